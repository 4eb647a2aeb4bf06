import type { CustomerProfile } from '#contract/customer.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import classes from './customer-header.module.css';
import { describeMobile, telephoneLink } from './describe-mobile.ts';

/** How to reach somebody, and their id; each with a button that copies it as it is stored. */
export function CustomerContacts({ profile: { id, email, mobile } }: { profile: CustomerProfile }) {
  const telephone = telephoneLink(mobile);
  return (
    <ul className={classes['contacts']}>
      <li>
        {email ? (
          <>
            <a href={`mailto:${encodeURI(email)}`}>{email}</a>
            <CopyButton value={email} label="e-mail address" />
          </>
        ) : (
          <span className={classes['missing']}>No e-mail address</span>
        )}
      </li>
      <li>
        {mobile ? (
          <>
            {telephone ? <a href={telephone}>{describeMobile(mobile)}</a> : <span>{mobile}</span>}
            <CopyButton value={mobile} label="mobile number" />
          </>
        ) : (
          <span className={classes['missing']}>No mobile number</span>
        )}
      </li>
      <li className={classes['id']}>
        <span>{id}</span>
        <CopyButton value={id} label="customer id" />
      </li>
    </ul>
  );
}
