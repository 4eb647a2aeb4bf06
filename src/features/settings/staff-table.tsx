import type { Staff } from '#contract/session.ts';
import { DataTable } from '#shared/table/data-table.tsx';
import { StaffRow } from './staff-row.tsx';

const COLUMNS = [
  { name: 'Name' },
  { name: 'Role' },
  { name: 'Two-factor' },
  { name: 'Last sign-in' },
  { name: 'Change' },
];

export function StaffTable({ staff, me }: { staff: readonly Staff[]; me: Staff }) {
  const managers = staff.filter(({ role, isDisabled }) => role === 'manager' && !isDisabled);
  return (
    <DataTable caption="Members of staff" columns={COLUMNS}>
      <tbody>
        {staff.map((member) => (
          <StaffRow
            key={member.id}
            member={member}
            isMe={member.id === me.id}
            isLastManager={managers.length === 1 && managers[0]?.id === member.id}
          />
        ))}
      </tbody>
    </DataTable>
  );
}
