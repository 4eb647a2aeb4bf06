import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangeVideos, videoExpiry, videoViews } from './video-rules.ts';

const NOW = '2026-07-10T14:00:00';
const LONDON = 'Europe/London';
const FILM = {
  created: '2026-07-01T09:00:00Z',
  expires_on: '2026-07-12T23:30:00Z',
  is_cancelled: false,
  is_expired: false,
};

test('reads the expiry on the studio’s clock: half past eleven in UTC is tomorrow in summer London', () => {
  expect(videoExpiry(FILM, NOW, LONDON)).toEqual({
    words: 'Expires in 3 days',
    detail: '13 Jul 2026, 00:30',
    isUrgent: true,
  });
  expect(videoExpiry(FILM, NOW, 'UTC').words).toBe('Expires in 2 days');
});

test('believes Reservie when it says expired', () => {
  expect(videoExpiry({ ...FILM, is_expired: true }, NOW, LONDON).words).toBe('Expired');
  expect(videoExpiry({ ...FILM, is_expired: true, expires_on: null }, NOW, LONDON).words).toBe('Expired');
  expect(videoExpiry({ ...FILM, is_expired: true, expires_on: '2026-07-01T10:00:00Z' }, NOW, LONDON).words).toBe(
    'Expired 1 Jul 2026',
  );
});

test('without an end it never expires', () => {
  expect(videoExpiry({ ...FILM, expires_on: null }, NOW, LONDON).words).toBe('Never expires');
});

test('a cancelled video counts no days down', () => {
  expect(videoExpiry({ ...FILM, is_cancelled: true }, NOW, LONDON).words).toBe('Expires 13 Jul 2026');
});

test('parts what can be watched from what cannot, latest first', () => {
  const videos = [
    { ...FILM, id: 'old', created: '2025-07-01T09:00:00Z' },
    { ...FILM, id: 'cancelled', is_cancelled: true },
    { ...FILM, id: 'new' },
    { ...FILM, id: 'expired by date', expires_on: '2026-07-10T13:00:00Z', created: '2026-06-01T09:00:00Z' },
  ];
  const [current, past] = arrangeVideos(videos, NOW, LONDON);
  expect(current?.rows.map(({ id }) => id)).toEqual(['new', 'old']);
  expect(past?.rows.map(({ id }) => id)).toEqual(['cancelled', 'expired by date']);
});

test('each video can be watched, has expired or was cancelled, and stands in the group that says so', () => {
  const anyVideo = fc.record({
    created: fc.constantFrom('2026-07-01T09:00:00Z', '2025-07-01T09:00:00Z'),
    expires_on: fc.constantFrom(null, '2026-07-12T23:30:00Z', '2026-07-10T13:00:00Z'),
    is_cancelled: fc.boolean(),
    is_refunded: fc.boolean(),
    is_expired: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyVideo, { maxLength: 8 }), (videos) => {
      const [watch, expired, cancelled] = videoViews(NOW, LONDON);
      for (const video of videos) {
        expect([watch, expired, cancelled].filter((view) => view?.includes(video))).toHaveLength(1);
      }
      const [current, past] = arrangeVideos(videos, NOW, LONDON);
      expect(new Set(current?.rows)).toEqual(new Set(videos.filter((video) => watch?.includes(video))));
      expect((current?.rows.length ?? 0) + (past?.rows.length ?? 0)).toBe(videos.length);
    }),
  );
});
