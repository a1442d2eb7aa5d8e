// Opens a store and says how that went.
import { openStore } from '../../../../src/main/store/open.ts'

const [folder = ''] = process.argv.slice(2)
const opened = openStore({ folder, now: Date.now })
console.log(JSON.stringify(opened.ok ? { kind: 'opened' } : opened.error))
