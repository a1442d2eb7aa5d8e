// The app is the shipped one; only the machine's clocks differ under it: ahead, as after a night, or running faster, so
// that half an hour of looking at the vendor goes by in seconds.
const { syncBuiltinESMExports } = require('node:module')
const os = require('node:os')

const ahead = Number(process.env.LEASEBAR_CLOCK_AHEAD ?? 0)
const rate = Number(process.env.LEASEBAR_CLOCK_RATE ?? 1)

const RealDate = Date
const begunAt = RealDate.now()
const now = () => begunAt + ahead + (RealDate.now() - begunAt) * rate

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }
  static now() {
    return Math.round(now())
  }
}

if (rate !== 1) {
  const monotonic = performance.now.bind(performance)
  performance.now = () => monotonic() * rate
  const uptime = os.uptime()
  const begun = monotonic()
  os.uptime = () => uptime + ((monotonic() - begun) * rate) / 1000
  syncBuiltinESMExports()
  const later = globalThis.setTimeout
  globalThis.setTimeout = Object.assign((run, ms = 0, ...given) => later(run, ms / rate, ...given), later)
}
