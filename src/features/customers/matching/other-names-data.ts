/**
 * English names and what those who bear them are called: the full names before the colon, the short ones after it; groups end at a semicolon or a line's end. Our
 * own list, compiled for this product; it is loaded by the directory worker only.
 */
export const OTHER_NAMES = `
aaron:ron ronnie;abigail:abby abbie abi gail;abraham abram:abe bram;adam:ad addy
adelaide adela adele:addie della ada;adrian adrienne:ade ady;agatha:aggie;agnes:aggie nessa nessie
aidan aiden:aid;alan allan allen:al;alasdair alistair alastair alister:al ally ali alec
albert alberta:al bert bertie albie
aleksander alexander alexandre alexandro:alex al alec sandy xander zander lex sasha sascha eck
alexandra alexandria alexis:alex alexa lexi lexie sandra sandy sasha lexa ali
alfred alfreda:alf alfie fred freddie freddy al;alice alicia alyssa:ali allie ally lissa elsie
alison allison alyson:ali allie ally;aloysius:lou louie al;amanda:mandy manda mand
amelia amalia emilia:amy millie milly mel mia;amos:moss
anastasia:stacy stacey ana annie tasia nastya asia stasia;andrea:andie andy drea
andrew andreas andre andrei:andy drew andie;angela angelina angelica angelika:angie ange angel lina;angus:gus
ann anne anna hannah:annie nan nancy nana anya anouk;annabel annabelle annabella:bella belle annie anna
annemarie:annie anna marie;anthony antony antonio anton:tony ant toni
antonia antoinette:toni tony netta nettie annie;arabella:bella belle bel ara;archibald:archie arch baldie
arlene:arly lena;arnold:arnie arn;arthur arturo:art artie arty;ashley ashleigh:ash;audrey:aud dree
augustus augustine august augusta:gus gussie auggie;barbara:barb barbie babs bab bobbie
barnabas barnaby:barney barn;bartholomew:bart barty bat;basil:baz
beatrice beatrix:bea bee trixie trix bebe beattie;belinda:bel bella linda lindy;benedict:ben benny ned
benjamin:ben benny benji benjy;bernadette:bernie detta bern;bernard bernhard:bernie bern barney
bertha:bertie bert;bertram bertrand:bert bertie;bethany:beth bethie bethan;beverley beverly:bev
bradley bradford:brad;brenda:bren;brendan brandon:bren;brian bryan:bri
bridget brigid brigitte:bridie biddy bridge birgit bridey;bronwyn bronwen:bron;cameron:cam cammy
camilla camille:cam cammie millie milly;candace candice:candy candi;carlotta:lottie lotta;carmel carmen:carm
carol carole:caz caro;caroline carolyn carolina:caro carrie carol lynn caz lina callie
cassandra:cass cassie sandra sandy
catherine katherine kathryn katharine catharine kathrine catrin catriona katrina katarina ekaterina:kate katie kath kathy cath cathy kay kit kitty katy trina cat kat katya kasia cathie
cecilia cecily celia:cece ceci cissy sissy celie;cedric:ced rick
charles carlos:charlie charley chuck chas chaz chip chick karl carl
charlotte charlene:charlie lottie lotte char lotty charley totty;chelsea:chels;cheryl sheryl:chez cher shez
chester:chet;christian:chris christy kit
christina christine kristina kristin christiana kirsten:chris chrissie chrissy tina christie christy kris kirsty kirstie stina teenie
christopher kristofer:chris kit topher christy kris;clare claire clara clarissa:clarrie clarry rissa
clarence:clarry;claudia:claudie claud;clement clementine clementina:clem clemmie tina minnie
clifford clifton:cliff;clinton:clint;colin:col;columba:colm callum malcolm;conrad:con rad
constance constantina:connie con;constantine:costa gus dino kostas con;cordelia:delia cordy dee
cornelius:con neil corny neelie;courtney:court;crispin:cris;curtis:curt;cynthia:cindy cyn cindi;cyril:cy
daniel:dan danny;danielle daniela:dani danni dan elle ella;daphne:daph daffy;darren:daz dazza
david:dave davey davie dai taffy;dawn:dawnie;deborah debra:deb debbie debby debs;deirdre:dee didi;delia:dee
delilah:lila dee;demetrius dimitri dmitri:jim dima mitya dimi;denise:dee denny neesy;dennis denis:den denny
derek derrick:del dez rick;desmond:des dez;diana diane dianne:di didi dee;dolores delores:lola dolly lolly
dominic dominick:dom nick nicky;dominique:dom nikki;donald:don donnie donny;donna:don
dorothy dorothea:dot dottie dotty dolly dora dodie thea dory;douglas:doug dougie duggie;duncan:dunc;dylan:dyl
eamon eamonn:ned;ebenezer:eben ben;edith:edie edy;edmund edmond:ed eddie ned ted
edward edouard eduardo:ed eddie eddy ned ted teddy ward;edwin edwina:ed eddie win;egbert:bert bertie
eileen aileen:eily leenie;elaine:lainie laney
eleanor elinor eleanora leonora:ellie nell nellie nora ella nelly lena lenny;elijah elias:eli lije
elizabeth elisabeth elspeth elisabetta elizaveta:liz lizzie lizzy beth betty bess bessie eliza elsie libby lisa liza betsy lisbeth lilibet buffy betsey lilly ellie elle elise ilse bette liesl
elliott elliot eliot:ell;elvira:elvie;emanuel emmanuel manuel:manny;emily emilie:em emmy millie milly emmie
emma:em emmy emmie;eric erik:rick ricky;erica erika:ricky rikki;ernest ernst:ernie ern
esmeralda:esme emmy merry;esther hester:essie hetty hettie;eugene:gene;eugenie eugenia:genie gene
euphemia:effie phemie femie;eva eve evelyn:evie ev evi lynn;evan:ev;ezekiel:zeke
felicity felicia:flick fliss flip lissy fee;ferdinand fernando:ferdie nando fred;fergus:fergie gus
fiona:fi fee ona;florence:flo flossie florrie florry flora
frances francesca francine franziska:fran frankie francie fanny cesca chessie franny sissy francesc
francis frank franklin francisco:frankie fran paco pancho;frederica:freddie fred freda rica
frederick frederic friedrich:fred freddie freddy fritz rick eric;gabriel:gabe gabby
gabrielle gabriella:gabby gaby gabi ella elle brie;gareth:gaz gary garry;garfield:gary;gary garry:gaz gazza
genevieve:gen ginny viv eve;geoffrey jeffrey jeffery:geoff jeff;george georgios:georgie dod geordie
georgina georgia georgiana georgette:georgie gina george;gerald gerard gerrard:gerry jerry ger ged
geraldine:gerry jerry deena;gertrude:gert gertie trudy trudie;gilbert:gil bert gib;giles:gil
gillian jillian:gill jill gilly jilly;glenn glen:glenny;gloria:glo;glynis:glyn;gordon:gordie gord
graham graeme:gray;gregory gregor:greg gregg;gretchen:greta;griselda grizelda:zelda grizzel
guinevere:gwen jenny;gwendolyn gwendoline gwendolen:gwen wendy gwennie;hamish:mish;harold:harry hal
harriet harriett:hattie harry hatty etta hetty;harrison:harry;harvey:harv;hazel:haze;heather:hev
helen helena elena ellen:nell nellie nelly lena elly;henrietta:etta hetty hettie harry etty hen
henry heinrich enrique:harry hal hank;herbert:herb bert herbie;herman:manny;hilary hillary:hil hilly
horace horatio:horry;howard:howie;hubert:hugh bert hubie;hugo hugh:hughie huey;humphrey:humph;ian iain:eoin
ignatius ignacio:iggy nacho;imogen:immy imo;irene:rene renie;isaac:ike zac zak
isabel isabelle isabella isobel ysabel:izzy bella belle issy izzie bel isa ishbel tibby libby;isaiah:ike zay
isidore isadora:izzy dora;ivan:van;jacob jakob:jake jack cob coby
jacqueline jaqueline:jackie jacqui jacky jaclyn;james diego:jim jimmy jamie jem jimbo hamish seamus jimmie
jane:janey janie jenny jinny;janet janice janine:jan netta jenny;jared:jerry
jasmine yasmin:jas jaz jazz minnie;jason:jay jase;jean jeanne:jeanie jeannie jeanette
jemima:mima jem mimi jemmy;jennifer jenifer:jen jenny jenna jennie jenni;jeremiah jeremy jerome:jerry jem jez
jessica:jess jessie jessy;joan joanna joanne johanna:jo joanie joey jody;joaquin:quino;jocelyn:joss jo lyn
jodie jodi judith:judy jude jody
john jonathan johnathan jonathon johannes:jon jack johnny jonny jock ian jonty johnnie sean nathan
jordan:jord jordy;joseph jose giuseppe:joe joey jo pepe jos;josephine josefina:jo josie jojo fifi posy fina
joshua:josh;joy joyce:joycie;judas jude:judd;julia juliana juliet juliette:jules julie jill
julian julius:jules jools;justin:jus;justine justina:tina jus;karen:kaz kazza;keith:keef;kelly:kel
kenneth kendrick:ken kenny;kevin:kev;kimberley kimberly:kim kimmy kimmie;kristen:kris;lachlan:lachie lach
laetitia letitia:letty lettie tish tisha;lambert:bert;laura lauren laurel lorna:laurie lori lolly lorrie
laurence lawrence:larry laurie lawrie lol loz lance lorenzo lars;leigh:lee
leo leonard leonardo leopold:len lenny leon;leonie:leo;leslie lesley:les;lettice:letty lettie
lewis louis:lou louie lew lewie;lilian lillian lily:lil lilly lili;linda lynda:lin lindy lyn
lindsay lindsey:linds lin;lionel:leo li;llewellyn:lew lyn llew;lorraine:lori raine rainy
louise louisa:lou lulu lola weezy lu;lucas lukas luke:luc;lucille lucinda lucy lucia:lu lulu cindy luce lou
lucretia:creasy;lydia:lyddie liddy lyd;lynette linnet:lyn netta;mabel:may mab;mackenzie:mac kenzie
madeleine madeline magdalena magdalene:maddie maddy lena mads madge magda;malachi:mal;malcolm:mal malc
marcella:marcie cella;marcus mark marco:marc
margaret margarita marguerite margery marjorie margret:maggie peggy meg peg madge mags marge margie greta rita daisy maisie mog mae megan molly peggie gretel magda mairead
maria marie mary mariam miriam:molly polly mimi may mamie minnie moll mae mia mitzi ria moira maureen
marian marion marianne:mari annie;marilyn:lyn mari;marina:rina;marshall:marsh;martha:marty mattie patty
martin:mart marty;martina:tina marty;mathew matthew matthias mattias:matt matty mat
matilda mathilda:tilly tilda mattie maud tillie mat;maud maude:maudie;maurice morris:mo maury moss
maximilian maxwell maxim:max;maximiliana:max;maxine:max maxie;megan meghan:meg meggie;melanie:mel melly
melissa:mel lissa missy lisa;melvin melvyn:mel;mercedes:mercy sadie;meredith:merry;mervyn:merv
michael michel miguel mikhail:mike mick micky mickey mikey misha mitch
michelle michele:shell shelly chelle mich;mildred:millie milly;millicent:millie milly;minerva:minnie
miranda:mira randy mandy;mitchell:mitch;mohammed muhammad mohamed mohammad:mo moe;moira:mo
monica monika:mon moni;montague montgomery:monty;moses:mo moss;murdoch:murdo;nadine:nadi;nancy:nan nance
natalie natalia nathalie:nat nattie tally talia natasha natalya;natasha:tasha tash nat
nathan nathaniel nathanael:nat nate;neil neal niall nigel:nige
nicholas nicolas nikolai:nick nicky nik klaus colin nico niko nikos claus
nicola nicole nicolette:nicky nikki nic nicki colette niki;norma:normie;norman:norm;octavia:tavy
olive olivia:ollie liv livvy livia olly libby;oliver:ollie olly noll;ophelia:phelia;orlando:rolly lando
oscar:ozzie;oswald osvaldo osmond:oz ozzie ossie;otto:ottie;ottoline:otty;pamela:pam pammy;patience:pat patty
patricia:pat patsy patty trish tricia trisha tish patti;patrick padraig:pat paddy rick pad
paul pablo:pauly paulie;paula pauline paulina:paulie polly lina;penelope:penny pen nell poppy
percival percy:perce val;perpetua:pet;peter pedro petros pyotr:pete petey;petra:pet;petronella:nell ella petra
philip phillip philippe:phil pip flip phip;philippa phillippa:pippa pip phil flip;phoebe:pheebs
phyllis:phyl phil;priscilla:cilla prissy pris;prudence:pru prue;quentin quintin:quen quin
rachel rachael rachelle:rach rae ray shelly;ralph rafe raphael rafael:raff rafi raph rafa
randall randolph:randy dolph;raymond ramon:ray;rebecca rebekah:becky becca beck bex becks becci bec
regina:gina reggie;reginald:reg reggie rex ron;reuben ruben:rube ben;rhiannon:rhi;rhonda:ron
richard ricardo:rick dick rich richie ricky dickie dickon rickie ritchie
robert roberto rupert:bob rob bobby robbie bert robin bobbie robby dob
roberta robina:bobbie robbie bertie bobby;robin robyn:rob;roderick roderic:rod roddy rick rory;rodney:rod
roger rodger:rodge hodge;roland rowland:roly rolly;roman:rom;ronald ronan:ron ronnie
rosalind rosalyn rosaline rosalie:roz ros rosie linda lindy;rosamund rosamond:roz ros rosie mundy
rose rosa rosanna roseanne rosetta:rosie rosy annie;rosemary rosemarie:rosie rose romy ro
roxanne roxana:roxy rox roxie;rudolph rudolf:rudy rolf dolf;russell:russ rusty;ruth:ruthie
sabina sabrina:bina brina sab;salvatore salvador:sal;samantha:sam sammy sammie mantha;samson samuel:sam sammy
sandra:sandy sand;sarah sara:sally sal sadie sassy;scott:scotty;sean shaun shawn:shay
sebastian:seb bas baz bastian sebbie;selina selena:lena sel;septimus:sep;seraphina serafina:fina sera
shannon:shan;sharon:shaz shazza shari;sheila:shee;sheldon shelton:shelly;shirley:shirl;sidney sydney:sid syd
siegfried:sigi;sigmund:sig ziggy;silas sylvester silvester:sly sil syl;silvia sylvia:syl sylvie silvie
simon simeon:si sim;simone:sim mona;solomon:sol solly;sophia sophie sofia:soph sofie sofi
stanley stanislaw:stan stas;stella estella estelle:essie;stephanie stefanie:steph stephie steff stevie fanny
stephen steven stefan stephan:steve stevie ste steph;stewart stuart:stu stew
susan susanna susannah suzanne suzanna:sue susie suzie suzy sukie zuzana sanna;sybil sibyl:syb
tabitha:tabby tab;tamara tamar:tammy tam tara;tamsin thomasina:tam tammy tamsy tommie;tanya tatiana:tan tania
terence terrence:terry tel;teresa theresa therese:terry tess tessa tracy tracey resa tessie terri reese trace
thaddeus:tad thad;thelma:thel;theodora:dora thea teddy theo;theodore theodor:ted teddy theo
thomas tomas tomasz:tom tommy thom tam massey;timothy:tim timmy;tobias toby:tobe tobin;travis:trav;trevor:trev
tristan tristram:tris;tyrone:ty;ulysses:uly;una oonagh:oona;ursula:ursie;valentina valentine:val tina vally
valerie:val;vanessa:nessa ness van nessie;vaughan:vaughn;vera veronica veronika:ronnie roni nika ronni
vernon:vern;victor:vic vick;victoria:vicky vicki tori vic queenie vickie tory vikki
vincent:vin vince vinny vinnie;viola violet:vi lettie;virginia:ginny ginger gin jinny
vivian vivien vivienne:viv;vladimir:vlad vova volodya;wallace:wally wal;walter:walt wally wat;warren:waz
wendy:wend;wilfred wilfrid:wilf fred wilfie;wilhelmina wilma:mina minnie billie willa elma mimi willie
william wilhelm liam guillermo:bill will billy willie willy wills;winifred winnifred:win winnie freda fred
winston:win;xavier javier:xav zav javi;yolanda:yoli landa;yvette yvonne:eve vonnie evie
zachary zachariah zacharias:zac zak zach zack;zoe:zo
`;
