import { shareLeft, type Urgency } from './ending.ts'
import './endMark.css'

const around = 2 * Math.PI * 7

/**
 * The sign of an end: a ring that empties with the rental period, a triangle below 48 hours, a crossed square once
 * ended, a dashed ring while not read. Shape and colour both tell; the words beside it say it too.
 */
export function EndMark({
  urgency,
  endsAt,
  now,
  rentPeriodDays,
}: {
  readonly urgency: Urgency
  readonly endsAt: number | null
  readonly now: number
  readonly rentPeriodDays: number
}) {
  const left = endsAt === null ? 0 : shareLeft(endsAt, now, rentPeriodDays)
  return (
    <svg className={`end-mark end-${urgency}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {urgency === 'urgent' && (
        <>
          <path className="end-solid" d="M10 2.6 18.4 17H1.6Z" strokeLinejoin="round" />
          <path className="end-cut" d="M10 8v4M10 14.4v.1" />
        </>
      )}
      {urgency === 'ended' && (
        <>
          <rect className="end-solid" x="2.5" y="2.5" width="15" height="15" rx="3.5" />
          <path className="end-cut" d="m7.2 7.2 5.6 5.6m0-5.6-5.6 5.6" />
        </>
      )}
      {urgency === 'unread' && <circle className="end-track end-dashed" cx="10" cy="10" r="7" />}
      {(urgency === 'fine' || urgency === 'soon') && (
        <>
          <circle className="end-track" cx="10" cy="10" r="7" />
          <circle
            className="end-left"
            cx="10"
            cy="10"
            r="7"
            strokeDasharray={`${around * left} ${around}`}
            transform="rotate(-90 10 10)"
          />
        </>
      )}
    </svg>
  )
}
