/**
 * 根拠資料 as paper: cover, contents, figures, conditions. Nothing of the data is ever part of the source; it comes as an input
 * and is printed as it is.
 */
export const TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: "Tsunagi", date: none)
#set text(font: "Noto Sans JP", lang: "ja", region: "JP", size: 10.5pt, fallback: false)
#set par(justify: true, leading: 0.8em)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 26mm, bottom: 22mm),
  header: context grid(
    columns: (1fr, auto),
    align: (left + horizon, right + horizon),
    text(size: 9pt)[#data.number　#data.title],
    if data.confidential { box(stroke: 1pt + rgb("#a1000e"), inset: 4pt, text(fill: rgb("#a1000e"), weight: "bold", size: 10pt)[部外秘]) },
  ),
  footer: context align(center, text(size: 9pt)[#counter(page).display() / #counter(page).final().first()]),
)
#set heading(numbering: "1.")
#show heading: set block(above: 1.6em, below: 0.9em)
#show heading.where(level: 1): set text(size: 14pt, weight: "bold")

#v(12mm)
#text(size: 11pt)[#data.number　#data.kind]
#v(2mm)
#text(size: 20pt, weight: "bold")[#data.title]
#v(1mm)
#text(size: 13pt)[#data.subtitle]
#v(4mm)
#text(size: 10.5pt)[#data.madeOn]
#v(8mm)
#outline(title: [目次], depth: 1)
#pagebreak()

#for sheet in data.sheets [
  = #sheet.title
  #if sheet.rows.len() > 0 {
    table(
      columns: sheet.columns.enumerate().map(((i, _)) => if i + 1 == sheet.columns.len() and sheet.columns.len() == 2 { auto } else { 1fr }),
      align: (x, _) => if x + 1 == sheet.columns.len() and sheet.columns.len() == 2 { right } else { left },
      stroke: 0.5pt + rgb("#767676"),
      inset: 6pt,
      table.header(..sheet.columns.map(head => table.cell(fill: rgb("#e8f1fe"))[*#head*])),
      ..sheet.rows.flatten().map(cell => [#cell]),
    )
  }
  #if sheet.note != none [#sheet.note]
]

= この資料について
#table(
  columns: (auto, 1fr),
  stroke: 0.5pt + rgb("#767676"),
  inset: 6pt,
  table.header(table.cell(fill: rgb("#e8f1fe"))[*項目*], table.cell(fill: rgb("#e8f1fe"))[*内容*]),
  ..data.conditions.flatten().map(cell => [#cell]),
)
`;
