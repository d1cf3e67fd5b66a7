import { describe, expect, it } from 'vitest'
import { daysInOrder, placesInOrder, stopsOf } from './route.ts'

const place = (id: string) => ({ id, name: id, latitude: 0, longitude: 0 })
const places = ['home', 'port', 'factory'].map(place)

describe('the places of a lesson', () => {
  it('come in the order of the journey, with the numbers of their stops, the others last', () => {
    const found = placesInOrder({ places, route: ['factory', 'home', 'factory'] })
    expect(found.map(({ place: { id }, stops }) => [id, stops])).toEqual([
      ['factory', [1, 3]],
      ['home', [2]],
      ['port', []],
    ])
  })

  it('keep their order where nobody travelled', () => {
    expect(placesInOrder({ places }).map(({ place: { id } }) => id)).toEqual(['home', 'port', 'factory'])
    expect(stopsOf({ places })).toEqual([])
  })

  it('give a journey its stops, those that come again twice', () => {
    const stops = stopsOf({ places, route: ['factory', 'home', 'factory'] })
    expect(stops.map(({ id }) => id)).toEqual(['factory', 'home', 'factory'])
  })
})

it('puts days in order, a year before its months and a month before its days', () => {
  const dates = ['2006-10-14', '2023', '2006-10', '2006-10-09', '2006']
  expect(daysInOrder(dates.map((date) => ({ date, text: date }))).map(({ date }) => date)).toEqual([
    '2006',
    '2006-10',
    '2006-10-09',
    '2006-10-14',
    '2023',
  ])
})
