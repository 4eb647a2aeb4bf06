/** Names that are not said as they are spelt, and how those who only heard them write them. */
const SAID = `
aine:onya awnya
aisha:ayesha iesha
aisling:ashling ashlin
angharad:anharad
agnieszka:agneshka
auchinleck:affleck
beauchamp:beecham
belvoir:beaver
bjorn:byorn
caoimhe:keeva kweeva queeva keevah
cathal:kahal cahal
catriona:katrina
chiara:kiara keeara
chloe:cloe klowee
cholmondeley:chumley
cian:kian keean
ciara:keera kiera kira
ciaran:kieran keeran kiran
cillian:killian
cockburn:coburn
colquhoun:cahoon calhoun
dafydd:davith david
daithi:dahee
dalziel:deeyell diel
dearbhla:dervla
diarmuid:dermot
doherty:dorty doherdy
eilidh:aylee ailey ayley
eilis:aylish eyelish
eimear:eemer emer
eoghan:owen
eoin:owen
ewa:eva
farquhar:farker
featherstonehaugh:fanshaw
fionnuala:finoola finula
gallagher:gallaher
geoghegan:gaygan gagan
giovanni:jovanni
giuseppe:jusepe
gloucester:gloster
goran:yoran
grainne:gronya grawnya
grzegorz:gregosh gzhegosh
guillermo:geeyermo
hermione:hermyonee
huw:hugh
ieuan:yayan
iain:ian
isla:eyela iyla
jan:yan
javier:havier
joachim:yoakim
joaquin:wakeen walkeen
johan:yohan
jorge:horhay
jose:hosay
juan:hwan wan
jurgen:yurgen
kasia:kasha
keogh:kyo keeo
krzysztof:kristof kshishtof
laoise:leesha
leicester:lester
llewellyn:lewellin
lukasz:lukash wookash
mainwaring:mannering
mairead:maraid
malgorzata:malgosha
marjoribanks:marchbanks
meabh:maeve mave
medb:maeve mave
menzies:mingis
mhairi:vari varry
michal:mihow
myfanwy:muvanwy
naoise:neesha
ngozi:ingozi
nguyen:win nwin wen
niamh:neve neeve nieve neev neave
oisin:osheen usheen
oonagh:oona una
owain:owen
padraig:porrick pawdrig porig
pawel:pavel
pepys:peeps
phoebe:feebee
pugh:pew
qian:chien
ralph:rafe
rhys:reese reece rees
roisin:rosheen rowsheen
ruairi:rory
ruaridh:rory
sadhbh:sive
saoirse:seersha sersha searsha
seamus:shaymus shamus
sean:shawn shaun
sian:sharn shahn
sinead:shinade shinaid
siobhan:shivaun shivawn shevaun chevonne shavon shivon
sorcha:suraka
stjohn:sinjin
szymon:shimon
tadhg:tige tyge tieg
urquhart:urkut
wilhelm:vilhelm
wojciech:voychek
worcester:wooster
wriothesley:rizley
xanthe:zanthy
xavier:zavier
xiao:shao
yusuf:yousef yosef
yves:eve
yvonne:evon
zhang:jang
zoe:zoey zowie
`;

let table: Map<string, string[]> | undefined;

/** How a name is said, spelt as one would hear it; nothing for a name that is said as it is spelt. */
export function sayings(name: string): readonly string[] | undefined {
  table ??= new Map(
    SAID.trim()
      .split('\n')
      .map((line) => [line.split(':')[0] ?? '', (line.split(':')[1] ?? '').split(' ')]),
  );
  return table.get(name);
}
