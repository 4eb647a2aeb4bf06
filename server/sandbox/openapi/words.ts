/** What the contract cannot say in a schema, in words. */

export const INTRODUCTION = `The Reservie machine-to-machine API as its documentation describes it, as the sandbox of \
Studio Desk serves it. Where the documentation is silent, docs/sandbox-differences.md says what was assumed.

Exchange an API client's id and secret at \`POST /token\` for an access token that lives one hour, and send it with every \
other call. Each call needs a scope. All calls of a client share one budget of requests a minute.

Money is an integer in hundredths; the currency \`CR\` stands for credits. Pages are counted from 0.`;

/** Path and query parameters by name, or by `endpoint.name` where one endpoint means something else by it. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  customerId: 'A customer.',
  transactionId: 'A booking transaction, not one of the bookings in it.',
  eventId: 'An event.',
  dateId: 'A date of the event.',
  passId: 'A pass of the studio.',
  planId: 'A subscription plan.',
  mediaId: 'A video.',
  appointmentId: 'An appointment.',
  page: 'Page number, counted from 0.',
  pageSize: 'Items on a page.',
  future_only: 'Only bookings whose event date is in the future. Purchases before startDate stay hidden all the same.',
  startDate: 'Purchased on this day or later. Without it: three months before today. Send 2000-01-01 for all.',
  endDate: 'Purchased on this day or earlier.',
  timeFilter: 'Only dates in the future, or in the past. `future` needs startDate; `past` needs endDate too.',
  'listEvents.startDate': 'Dates that start at this moment or later, UTC. Required with timeFilter.',
  'listEvents.endDate': 'Dates that start at this moment or earlier, UTC. Required with timeFilter=past.',
  'listStudioAppointments.startDate': 'Appointments on this day or later.',
  'listStudioAppointments.endDate': 'Appointments on this day or earlier.',
};

export const ERRORS = {
  400: { name: 'BadRequest', description: 'A parameter or a field of the body is not valid.' },
  401: { name: 'Unauthorized', description: 'The token or the credentials are missing, wrong, expired or suspended.' },
  403: { name: 'Forbidden', description: 'The API client lacks the scope.' },
  404: { name: 'NotFound', description: 'It does not exist, or is not this studio’s or this customer’s.' },
  429: { name: 'TooManyRequests', description: 'The request budget of this minute is spent.' },
} as const;

export type ErrorStatus = keyof typeof ERRORS;
