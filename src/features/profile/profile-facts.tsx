import type { CustomerProfile } from '#contract/customer.ts';
import { FactList } from '#shared/ui/fact-list.tsx';
import classes from './profile-facts.module.css';

/** For those who may look but not edit; what it shows comes masked. */
export function ProfileFacts({ profile: { firstname, lastname, email, mobile } }: { profile: CustomerProfile }) {
  return (
    <section className={classes['panel']} aria-label="Profile">
      <FactList
        isLong
        facts={[
          { name: 'First name', value: <bdi>{firstname}</bdi> },
          { name: 'Last name', value: <bdi>{lastname}</bdi> },
          { name: 'E-mail address', value: email || undefined },
          { name: 'Mobile number', value: mobile || undefined },
        ]}
      />
      <p className={classes['who']}>
        The desk and managers see these in full and can edit them. Your role does not allow this: ask a manager.
      </p>
    </section>
  );
}
