/** Names that are not said as they are spelt, and how those who only heard them write them. */
const SAID = `
agnieszka:agneshka
ailbhe:alva
aine:onya awnya
aisha:ayesha iesha
aisling:ashling ashlin
angharad:anharad
aoibheann:eevin
aoife:eefa ifa eefah
auchinleck:affleck
beauchamp:beecham
belvoir:beaver
bjorn:byorn
blathnaid:blawnid
caoimhe:keeva kweeva queeva keevah
caolan:keelan
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
conchobhar:connor
dafydd:davith david
daithi:dahee
dalziel:deeyell diel
dearbhla:dervla
diarmuid:dermot
doherty:dorty doherdy
donnchadh:donagh
eabha:ava
eilidh:aylee ailey ayley
eilis:aylish eyelish
eimear:eemer emer
eoghan:owen
eoin:owen
ewa:eva
farquhar:farker
featherstonehaugh:fanshaw
ffion:feeon
fiadh:fia feea
fionn:finn
fionnuala:finoola finula
francois:fronswa franswa
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
iain:ian
ieuan:yayan
ioan:yoan
isla:eyela iyla
jacques:zhak
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
macleod:mcloud mccloud
mainwaring:mannering
mairead:maraid
malgorzata:malgosha
marjoribanks:marchbanks
mcleod:mcloud mccloud
meabh:maeve mave
medb:maeve mave
menzies:mingis
mhairi:vari varry
michal:mihow
micheal:meehawl
myfanwy:muvanwy
naoise:neesha
ngozi:ingozi
nguyen:win nwin wen
niamh:neve neeve nieve neev neave
oisin:osheen usheen
oonagh:oona una
orlaith:orla
owain:owen
padraig:porrick pawdrig porig
pawel:pavel
peadar:padder
pepys:peeps
phoebe:feebee
pugh:pew
qian:chien
ralph:rafe
rhys:reese reece rees
rian:ryan
roisin:rosheen rowsheen
ruairi:rory
ruaridh:rory
ruthven:riven
sadhbh:sive
saoirse:seersha sersha searsha
seamus:shaymus shamus
sean:shawn shaun
sian:sharn shahn
sile:sheila
sinead:shinade shinaid
siobhan:shivaun shivawn shevaun chevonne shavon shivon
sorcha:suraka
stjohn:sinjin
strachan:strawn
szymon:shimon
tadhg:tige tyge tieg
tiarnan:tiernan
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
