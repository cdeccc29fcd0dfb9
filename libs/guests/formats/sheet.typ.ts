/** FAX送付状・回答用紙, on one side of A4. Everything on it is of institutions; tick boxes are drawn, for the font has none. */
export const TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: "Tsunagi", date: none)
#set text(font: "Noto Sans JP", lang: "ja", region: "JP", size: 10.5pt, fallback: false)
#set par(leading: 0.7em)
#set page(paper: "a4", margin: (x: 18mm, top: 14mm, bottom: 12mm))
#let small(it) = text(size: 8.5pt, lang: "en", it)
#let box-to-tick = box(width: 4.5mm, height: 4.5mm, stroke: 1.2pt, baseline: 0.8mm)
#let line-to-fill(width) = box(width: width, height: 6mm, stroke: (bottom: 0.7pt))

#heading(level: 1, outlined: false, text(size: 17pt, data.title))
#small(data.titleEn)
#v(1mm)
#table(
  columns: (38mm, 1fr),
  stroke: 0.7pt,
  inset: 6pt,
  ..data.facts.map(((label, labelEn, value)) => (
    table.cell(fill: luma(235))[#text(weight: "bold", label) \\ #small(labelEn)],
    table.cell(align: left + horizon, text(size: 12pt, weight: "bold", value)),
  )).flatten()
)
#v(1mm)
#grid(
  columns: (1fr, 44mm),
  column-gutter: 6mm,
  [
    #heading(level: 2, outlined: false, text(size: 12.5pt, data.howTitle))
    #for (way, wayEn) in data.ways [
      #block(spacing: 0.8em)[#way \\ #small(wayEn)]
    ]
    #v(1mm)
    #box(stroke: 1.5pt, inset: 7pt)[
      #text(size: 9.5pt, data.codeLabel)#h(4mm)#text(size: 21pt, weight: "bold", data.code)
    ]
  ],
  align(center)[
    #image(bytes(data.qr), format: "svg", width: 42mm, alt: data.qrAlt)
    #text(size: 8pt, data.qrNote)
  ],
)
#v(1mm)
#heading(level: 2, outlined: false, text(size: 12.5pt, data.replyTitle))
#small(data.replyTitleEn)
#for (choice, choiceEn, room) in data.choices [
  #block(spacing: 0.9em)[
    #box-to-tick#h(2mm)#text(size: 12pt, weight: "bold", choice)#h(2mm)#small(choiceEn)
    #for _ in range(room) [ \\ #h(6.5mm)#line-to-fill(155mm) ]
  ]
]
#block(spacing: 1em)[#data.toldBy #line-to-fill(58mm)#h(4mm)#data.date #line-to-fill(48mm)]
#v(1mm)
#block(stroke: 1pt, inset: 7pt, width: 100%)[
  #text(weight: "bold", data.wrongTitle) \\ #data.wrong \\ #small(data.wrongEn)
]
`;
