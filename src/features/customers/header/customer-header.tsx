import type { CustomerProfile } from '#contract/customer.ts';
import { personName } from '#shared/format/person-name.ts';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { CustomerContacts } from './customer-contacts.tsx';
import classes from './customer-header.module.css';

interface CustomerHeaderProps {
  profile: CustomerProfile;
  isArchived: boolean;
}

/** Who this is and how to reach them. */
export function CustomerHeader({ profile, isArchived }: CustomerHeaderProps) {
  const name = personName(profile) || profile.id;
  return (
    <>
      <div className={classes['name']}>
        <PageTitle tab={name}>
          <bdi>{name}</bdi>
        </PageTitle>
        {isArchived && <Tag title="Archived in Reservie: hidden from its everyday lists">Archived</Tag>}
      </div>
      <CustomerContacts profile={profile} />
    </>
  );
}
