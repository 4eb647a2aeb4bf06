const words = (text: string): string[] => text.trim().split(/\s+/);

/** Names as they stand on a British studio's list. */
export const firstNames = words(`
  Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily
  Ella Evelyn Phoebe Charlotte Evie Millie Alice Emma Sarah Claire Rachel Joanne Helen Susan Karen Alison Fiona Hannah
  Lucy Rebecca Laura Gemma Natalie Kelly Louise Victoria Katherine Eleanor Harriet Beatrice Matilda Margaret Dorothy Jean
  Noah George Oliver Arthur Harry Leo Muhammad Jack Charlie Oscar Henry Theo Thomas William James Joshua Edward Daniel
  Mark Paul Andrew Stephen David Simon Richard Peter Ian Graham Neil Colin Stuart Gareth Rhys Owen Dylan Callum Angus
  Hamish Ewan Finlay Aisling Niamh Siobhan Ciara Saoirse Aoife Rory Cormac Priya Anjali Meera Aisha Fatima Zainab Yusuf
  Ibrahim Imran Rajesh Harpreet Gurpreet Simran Mei Ling Wei Hiroko Yuki Chidi Adaeze Kwame Abena Folake Tunde Marta
  Agnieszka Katarzyna Piotr Elena Sofia Giulia Matteo Ingrid Astrid Lars Zoë Chloë Siân Renée Anaïs François José Inés
  Łukasz Jürgen Bjørn Søren Márta Chloé Élodie Eilidh Mairi Gwen Bronwen Carys Nia Seren Ffion Llinos
`);

export const lastNames = words(`
  Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green
  Hall Thomas Clarke Jackson Wood Harris Edwards Turner Martin Cooper Hill Ward Hughes Moore Clark King Harrison Lewis
  Baker Lee Allen Morris Khan Scott Watson Davis Parker James Bennett Young Phillips Richardson Mitchell Bailey Carter Cook
  Singh Shaw Bell Collins Morgan Kelly Begum Miller Cox Hussain Marshall Simpson Price Anderson Adams Wilkinson Foster Ahmed
  Ellis Murphy Chapman Mason Gray Palmer Stevens Webb Rogers Hunt Knight Ali Campbell Stewart Fraser Macdonald McKenzie
  O'Brien O’Connor O'Neill O’Sullivan D'Arcy MacLeod Griffiths Pritchard Llewellyn ap-Rhys Okafor Adeyemi Mensah Nguyễn
  Chen Wang Tanaka Kowalska Wójcik Nowak Novák Müller Schäfer Lindström Østergaard García Fernández Muñoz Gonçalves Rossi
  Papadopoulos Yılmaz Haddad Cohen Rosenberg Ferreira Dubois Lefèvre Żurek Ó-Súilleabháin Featherstonehaugh Cholmondeley
`);

/** Reserved for examples (RFC 2606, RFC 6761): they have no owner. */
export const mailDomains = words(`
  example.com example.org example.net gmail.example hotmail.example outlook.example icloud.example btinternet.example
  yahoo.example sky.example virginmedia.example
`);

export const childNames = words(`
  Alfie Archie Bella Ben Cora Eddie Ellie Esme Ezra Felix Finn Hugo Iris Jude Kit Leah Luna Maisie Max Nell Otis Pip Reuben
  Robin Rowan Ruby Sam Tabitha Ted Tilly Violet Wren
`);

/** Names that break naive code, as people really have them or type them. */
export const awkwardNames: readonly (readonly [string, string])[] = [
  ['Mary-Jane', 'Fitzgerald-Hughes'],
  ['María José', 'de la Cruz y Romero'],
  ['Jean-Luc', 'Saint-Exupéry'],
  ['sarah', 'jenkins'],
  ['DEBORAH', 'HARTLEY'],
  ['Poppy 🌸', 'Marsh'],
  ['  Lottie', 'Byrne '],
  ['نور', 'الخطيب'],
  ['נועה', 'לוי'],
  ['Anh', 'Nguyễn Thị Minh'],
  ['Lady Arabella', 'Wriothesley-Montague'],
  ['J', 'O'],
  ['Xiùyīng', 'Lǐ'],
  ['Null', 'Undefined'],
  ['Robert "Bob"', "O'Dowd-Smythe"],
  ['Αθηνά', 'Παπαδοπούλου'],
  ['Олена', 'Шевченко'],
  ['美咲', '田中'],
];
