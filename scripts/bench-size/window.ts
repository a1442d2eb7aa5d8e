import { type Player, play } from './player.ts'
import { readAnew, readList, type Scene, scene, typeAndClear, wheelThrough } from './scenes.ts'
import type { Shop } from './shop.ts'
import type { Size } from './starts.ts'

/** Plays every scene on the large folder, each in a narrow and a wide window. */
export async function measureWindow(size: Size, shop: Shop): Promise<Scene[]> {
  const player = await play({ userDataDir: size.folder, env: { LEASEBAR_API_URL: size.url } })
  try {
    await player.hover({ css: '.row-name' })
    await readList(player)
    const scenes: Scene[] = []
    for (const width of [420, 1200]) {
      await player.resize(width, 700)
      scenes.push(...(await groupScenes(player, shop, `at ${width} px`)))
      scenes.push(...(await pickScenes(player, `at ${width} px`)))
    }
    return scenes
  } finally {
    await player.end()
  }
}

async function groupScenes(player: Player, shop: Shop, where: string): Promise<Scene[]> {
  const lastId = shop.groups.at(-1)?.orderIds.at(-1) ?? ''
  const scrolled = await scene(player, `groups ${where}: scroll`, () =>
    wheelThrough(player, { css: '.rows' }, '.rows'),
  )
  const searched = await scene(player, `groups ${where}: search`, () =>
    typeAndClear(player, 'input[type=search]', ['Group 480', 'mobile', lastId, 'nothing like it']),
  )
  const pushed = await scene(player, `groups ${where}: a new list comes`, async () => {
    shop.move()
    await readAnew(player)
  })
  return [scrolled, searched, pushed]
}

const picker = '[role=dialog]'

async function pickScenes(player: Player, where: string): Promise<Scene[]> {
  const opened = await scene(player, `pick ${where}: open`, async () => {
    await player.click({ css: 'button', name: 'Pick from orders' })
    await player.hover({ css: `${picker} tbody [role=checkbox], ${picker} tbody input[type=checkbox]` })
  })
  const scrolled = await scene(player, `pick ${where}: scroll, more and more`, async () => {
    for (let pages = 0; pages < 5; pages += 1) {
      await wheelThrough(player, { css: '.pick-body' }, '.pick-body')
      if (!(await player.page(showMore, picker))) break
    }
  })
  const searched = await scene(player, `pick ${where}: search`, () =>
    typeAndClear(player, `${picker} input[type=search]`, [
      '7310000000000019',
      'mobile',
      'deu',
      'nothing like it',
    ]),
  )
  await player.click({ css: `${picker} button`, name: 'Cancel' })
  return [opened, scrolled, searched]
}

/** Runs in the page: presses `Show more` and waits until more is there; false where nothing more is to be had. */
async function showMore(picker: string): Promise<boolean> {
  const more = [...document.querySelectorAll(`${picker} button`)].find(
    (button) => button.textContent?.trim() === 'Show more',
  )
  if (!(more instanceof HTMLElement)) return false
  more.click()
  do await new Promise((resolve) => requestAnimationFrame(resolve))
  while (more.getAttribute('aria-busy') === 'true')
  return true
}
