import { daleChall } from 'dale-chall'

/** The list of known words that the app measures English by: the words of the New Dale-Chall formula (1995), in small letters. */
export const knownWordList = (): readonly string[] => daleChall.map((word) => word.toLowerCase())
