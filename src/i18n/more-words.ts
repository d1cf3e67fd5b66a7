import english from 'virtual:words/en'
import more from 'virtual:words/en/more'

// The English words that the first screens do without (node/later-words.ts). Every part of the app that is fetched later and shows
// words imports this module; other languages have all of theirs in one table.
Object.assign(english, more)
