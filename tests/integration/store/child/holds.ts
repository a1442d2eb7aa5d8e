// Another program: holds a database locked until its standard input ends.
import { DatabaseSync } from '@photostructure/sqlite'

const [path = ''] = process.argv.slice(2)
const db = new DatabaseSync(path)
db.exec('BEGIN IMMEDIATE')
console.log('holds')
process.stdin.on('end', () => db.close()).resume()
