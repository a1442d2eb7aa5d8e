import { crc32 } from 'node:zlib'

/** The CRC-32 of some bytes as a number; `previous` continues the sum of the bytes before them. */
export function crcOf(bytes: Uint8Array | string, previous = 0): number {
  return crc32(bytes, previous)
}

/** A checksum as it stands in files and rows: eight hexadecimal digits. */
export function hexSum(sum: number): string {
  return sum.toString(16).padStart(8, '0')
}

/** The checksum of a text. It guards against accidents of a disk, not against a person who wants to cheat. */
export function checksum(text: string): string {
  return hexSum(crcOf(text))
}
