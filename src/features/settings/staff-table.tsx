import type { Staff } from '#contract/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { type Column, DataTable } from '#shared/table/data-table.tsx';
import { StaffActions, StaffName, StaffRole } from './staff-cells.tsx';

export function StaffTable({ staff, me }: { staff: readonly Staff[]; me: Staff }) {
  const { timeZone } = useStudio();
  const managers = staff.filter(({ role, isDisabled }) => role === 'manager' && !isDisabled);
  const isMe = ({ id }: Staff) => id === me.id;
  const isLastManager = ({ id }: Staff) => managers.length === 1 && managers[0]?.id === id;
  const columns: Column<Staff>[] = [
    { name: 'Name', cell: (member) => <StaffName member={member} isMe={isMe(member)} />, isName: true },
    {
      name: 'Role',
      cell: (member) => <StaffRole member={member} isMe={isMe(member)} isLastManager={isLastManager(member)} />,
    },
    { name: 'Two-factor', cell: describeTwoFactor },
    {
      name: 'Last sign-in',
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? 'Never' : formatDateTime(toStudioTime(lastSignInAt, timeZone)),
    },
    { name: 'Change', cell: (member) => <StaffActions member={member} isMe={isMe(member)} />, isPlain: true },
  ];
  return <DataTable caption="Members of staff" columns={columns} rows={staff} keyOf={({ id }) => id} />;
}

function describeTwoFactor({ hasTwoFactor, needsTwoFactor }: Staff): string {
  if (hasTwoFactor) return 'On';
  return needsTwoFactor ? 'Needed, not on yet' : 'Off';
}
