import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolderProblem } from '../../../src/main/composition/dataFolder.ts'
import { folderProblem } from '../../../src/main/store/folder.ts'
import { temporaryFolder } from './helpers.ts'

test('a folder that takes files has no problem, is made where it is missing, and stays as it is', () => {
  const folder = temporaryFolder()
  expect(folderProblem(folder)).toBeNull()
  expect(readdirSync(folder)).toEqual([])
})

test('a folder of one’s own that was closed is opened', () => {
  const folder = temporaryFolder()
  mkdirSync(folder)
  chmodSync(folder, 0o500)
  expect(folderProblem(folder)).toBeNull()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a folder that cannot be is told in words that name it', () => {
  const folder = temporaryFolder()
  mkdirSync(folder)
  writeFileSync(join(folder, 'a file'), '')
  expect(folderProblem(join(folder, 'a file', 'data'))?.message).toContain(join(folder, 'a file', 'data'))
})

test('the folder that was wanted is the one in use, however it is written', () => {
  const folder = temporaryFolder()
  mkdirSync(folder)
  symlinkSync(folder, `${folder}-link`)
  for (const wanted of ['', folder, `${folder}/`, `${folder}/../data`, `${folder}-link`]) {
    expect(dataFolderProblem(wanted, folder), wanted).toBeNull()
  }
})

test('another folder than the wanted one is never used without a word', () => {
  const used = temporaryFolder()
  mkdirSync(used)
  writeFileSync(join(used, 'a file'), '')
  const wanted = join(used, 'a file', 'data')
  expect(dataFolderProblem(wanted, used)).toContain(wanted)
  const elsewhere = temporaryFolder()
  expect(dataFolderProblem(elsewhere, used)).toContain(`was about to use ${used} instead`)
})
