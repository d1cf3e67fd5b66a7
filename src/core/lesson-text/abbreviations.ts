/** Words with a full stop that end a sentence never, seldom, or not before a number. Without the last stop. */
export interface Abbreviations {
  /** Something always follows: titles, `e.g.`; and what an author names. */
  readonly neverEnd: ReadonlySet<string>
  /** May end a sentence; then the next one begins with a word of `starters`. */
  readonly seldomEnd: ReadonlySet<string>
  /** Abbreviations only when a number follows: `No. 5`. */
  readonly beforeNumber: ReadonlySet<string>
  /** Words that begin a sentence, and hardly ever follow an abbreviation in the same one. */
  readonly starters: ReadonlySet<string>
  /** Whether `16.` is a way to write `16th`. */
  readonly hasOrdinalStops: boolean
  /** Whether a day is written with a full stop after each number. */
  readonly hasDateStops: boolean
  /** Words that follow `5 p.m.` in the same sentence. */
  readonly afterClockTime: ReadonlySet<string>
}

interface WordLists {
  readonly neverEnd: string
  readonly seldomEnd: string
  readonly beforeNumber: string
  readonly starters: string
  readonly afterClockTime?: string
}

/** As written: a word with a capital letter is no abbreviation without it (`Sat.`, but "he sat."). */
const LISTS: Readonly<Record<string, WordLists>> = {
  en: {
    neverEnd:
      'Mr Mrs Ms Messrs Mx Dr Prof Rev Hon St Gen Lt Col Maj Capt Cpl Sgt Cmdr Adm Pvt Gov Sen Rep Pres Supt Fr ' +
      'e.g i.e viz cf vs v approx Mt Ft Dept Assn Bros Univ',
    seldomEnd:
      'Inc Co Ltd Corp Jr Sr U.S U.K U.N E.U U.S.A U.S.S.R D.C B.C A.D Ph.D M.D B.A M.A Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ' +
      'Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ave Blvd Rd Esq al',
    beforeNumber: 'no nos p pp vol art arts sec fig figs ch para nr op ver c',
    starters:
      'a an the this that these those he she it they we you his her its their our there here in on at by for from to with of as after before ' +
      'since until when while where who what why how if but and or so yet nor although though because however meanwhile moreover still then now ' +
      'not no neither both all some many most few each every one two three another several such officials according earlier later last next also',
    afterClockTime:
      'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november ' +
      'december jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est edt cst cdt mst mdt pst pdt bst cet cest jst kst et ct mt pt ' +
      'eastern pacific central moscow',
  },
  de: {
    neverEnd:
      'Dr Prof Hr Hrn Fr Dipl Ing z.B d.h u.a bzw ca vgl sog St Gen Adm evtl ggf inkl exkl bspw geb gest',
    seldomEnd: 'usw u.s.w etc Str Mio Mrd Jh Jhd Chr Co Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez',
    beforeNumber: 's bd kap abb tab nr art abs',
    starters:
      'der die das ein eine einen er sie es wir ihr ich in im am an auf bei mit nach von vor zu aus für über und aber oder doch denn als wenn da ' +
      'dann so auch noch nur wer was wie wo warum dies diese dieser dieses seine ihre damit dort hier später zuvor insgesamt laut nun',
  },
  es: {
    neverEnd:
      'Sr Sra Srta Sres Dr Dra Dña Prof Profa Lic Ing Gral Cnel Cap Tte Alm Pdte Pdta Excmo Excma Sto Sta EE p.ej vs aprox Avda núm',
    seldomEnd: 'UU EE.UU Ud Uds Vd Vds etc a.C d.C S.A ej a.m p.m',
    beforeNumber: 'pág págs pp art arts cap vol fig tel no',
    starters:
      'el la los las un una unos unas él ella ellos ellas esto este esta estos estas ese esa eso en a al de del con por para según sin sobre tras ' +
      'desde hasta y pero o ni que qué quien cuando donde como si no también además luego después antes hoy ayer su sus lo se ya aunque mientras',
  },
  fr: {
    neverEnd: 'M MM Mgr Me Dr Pr St Ste Gén Col Cdt Cap p.ex cf c.-à-d c.à.d env av boul',
    seldomEnd: 'etc J.-C ex hab S.A U.E É.-U janv févr avr juil oct nov déc',
    beforeNumber: 'p pp art vol fig chap t n no tél sept',
    starters:
      'le la les un une des il elle ils elles on ce cet cette ces cela ça je nous vous en à au aux dans de du par pour sur selon avec sans sous ' +
      'depuis après avant et mais ou or ni car donc qui que quand où comme si ne pas son sa ses leur leurs puis ensuite ainsi hier',
  },
  it: {
    neverEnd: 'sig sig.ra sigg dott dott.ssa prof prof.ssa ing avv On gen Cap Amm mons p.es ca cfr vs',
    seldomEnd: 'ecc a.C d.C es S.p.A S.r.l',
    beforeNumber: 'p pp pag pagg art artt vol fig cap n nn tel',
    starters:
      'il lo la i gli le un uno una egli lui lei loro questo questa in a al alla da di con per su secondo e ma o che chi quando dove come se non ' +
      'anche poi dopo prima si ieri',
  },
  pt: {
    neverEnd: 'Sr Sra Srta Dr Dra Prof Profa Gen Cel Cap Alm Eng Exmo Exma Sto Sta p.ex vs',
    seldomEnd: 'etc ex a.C d.C S.A Ltda E.U.A',
    beforeNumber: 'p pp pág págs art arts vol fig cap n no nº tel',
    starters:
      'o a os as um uma ele ela eles elas isto este esta esse essa em no na de do da com por para segundo e mas ou que quem quando onde como se ' +
      'não também depois antes ontem',
  },
  ru: {
    neverEnd: 'т.е т.н акад проф доц ген полк кап адм гос напр тов св ул просп пл',
    seldomEnd:
      'г гг в вв н э д п ст им см ср гр руб коп т.д т.п т.к др пр проч тыс млн млрд км кг ч мин сек чел янв февр фев апр авг сент окт нояб дек обл',
    beforeNumber: 'стр рис табл гл разд',
    starters:
      'он она оно они мы вы я это этот эта эти тот та те в во на по с со к ко из за от до у о об при для после перед и но а или да не ни что кто ' +
      'когда где как если так там тут затем потом однако также его её их свой ранее позже согласно',
  },
  uk: {
    neverEnd: 'т.зв акад проф доц ген див напр св вул просп пл',
    seldomEnd: 'р рр ст н е ім грн т.д т.п ін тис млн млрд км кг обл',
    beforeNumber: 'стор рис табл',
    starters:
      'він вона воно вони ми ви я це цей ця ці у в на по з із зі до від за при для після перед і й та але або не ні що хто коли де як якщо так ' +
      'там тут потім однак також його її їх',
  },
  tr: {
    neverEnd: 'Dr Prof Doç Av Öğr Gör Gen Alb Yzb Bşk Sn St vb.a ör bkz',
    seldomEnd: 'vb vs T.C A.Ş Ltd Şti M.Ö M.S Cad Sok Mah Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
    beforeNumber: 's no cilt böl şek',
    starters:
      'o bu şu onlar biz siz ben bir ve ama fakat ancak çünkü eğer ne kim nasıl neden nerede sonra önce daha ise hem ya da için gibi göre dün bugün',
  },
  ar: { neverEnd: '', seldomEnd: 'هـ ه م ق.م', beforeNumber: 'ص', starters: '' },
}

/** Languages that write ordinal numbers with a full stop. */
const ORDINAL_STOPS = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'et',
  'lv',
  'cs',
  'sk',
  'sl',
  'hr',
  'sr',
  'bs',
  'hu',
  'pl',
  'is',
  'tr',
])

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter((word) => word !== ''))

/** The lists of a language (`de` of `de-AT`); empty ones where it has none here. `extra` are an author's, stops and all. */
export function abbreviationsOf(baseLanguage: string, extra: readonly string[]): Abbreviations {
  const lists = Object.hasOwn(LISTS, baseLanguage) ? LISTS[baseLanguage] : undefined
  const added = extra.map((word) => word.trim().replace(/\.$/u, '')).filter((word) => word !== '')
  return {
    neverEnd: new Set([...setOf(lists?.neverEnd ?? ''), ...added]),
    seldomEnd: setOf(lists?.seldomEnd ?? ''),
    beforeNumber: setOf(lists?.beforeNumber ?? ''),
    starters: setOf(lists?.starters ?? ''),
    hasOrdinalStops: ORDINAL_STOPS.has(baseLanguage),
    hasDateStops: baseLanguage === 'ko',
    afterClockTime: setOf(lists?.afterClockTime ?? ''),
  }
}
