"""Short forms of given names in other languages than English, as they are written in Latin letters, without accents."""

ELSEWHERE = """
    alejandro alejandra: ale, jandro, sandra, alex
    alessandro alessandra: ale, sandro, sandra
    aleksandr alexandr alexander aleksander: sasha, sascha, shura, sanya, sander, xander, lex, alek, olek, sacha
    aleksandra alexandra alessandra: sasha, sascha, ola, olka, sandra, sanja, alix, sacha
    aleksei alexei alexey alexis aleksey: alyosha, lyosha, alek
    anastasia anastasiya: nastya, nastia, stasia, asya
    anatoly anatoli: tolya
    andreas andrzej andrei andrey andras: andi, andy, andre, jedrek, bandi
    anna ana anne hanna hannah: anya, ania, anka, annie, anouk, anneke, hania, anika, anushka
    antonio antoni anton antonin: toni, tono, tonio, nino, antek, tonda, tonik
    arkady arkadiusz: arek
    barbara barbora: basia, baska, bara, barbel, babsi
    bartolomeo bartholomeus bartosz bartlomiej: bartek, bart, bas, meo
    benedikt benedetto benedict: beni, bene, ben
    bernhard bernardo: bernd, berni, nardo
    boguslaw bogdan: bodek
    boris borislav: borya
    carlos carlo: charly, carlitos, litos
    carmen: mamen, carmela
    catalina caterina katarina katarzyna katharina ekaterina yekaterina katerina: cata, kasia, kaska, katja, katya
    catalina caterina katarina katarzyna katharina ekaterina yekaterina katerina: katia, kati, rina, kathi, katka
    catalina caterina katarina katarzyna katharina ekaterina yekaterina katerina: kata, trina, katinka, kate, katie
    christian kristian: chris, kris
    concepcion: concha, conchita, chon, conchi
    cornelis cornelius: kees, cor, nelis, corneel
    danilo daniel daniela: dani, danny, danek, daan, danilo
    diego santiago jaime iago: tiago, santi, yago, diego
    dietrich: dieter, dirk
    dimitri dmitri dmitry dmitriy dimitrios dimitar dimitris: dima, mitya, dimitris, mimis, mitko, mitja
    dolores: lola, loli, lolita
    dorothea dorota dorothee: dorka, thea, dora, doro
    eduardo edoardo eduard: edu, lalo, edo
    elena jelena yelena helena helene: lena, lenka, alena, lenochka, nella, leni, elli, ilona
    elisabetta elisabeth elizabeth elzbieta yelizaveta elizaveta erzsebet alzbeta: liza, lisa, lise, betta, ela, elka
    elisabetta elisabeth elizabeth elzbieta yelizaveta elizaveta erzsebet alzbeta: sissi, elsa, else, lilli, bettina
    elisabetta elisabeth elizabeth elzbieta yelizaveta elizaveta erzsebet alzbeta: lisbeth, betti, zsoka, bozsi, liesl
    elisabetta elisabeth elizabeth elzbieta yelizaveta elizaveta erzsebet alzbeta: eliska
    emanuele emmanuel manuel manuela immanuel: manu, lele, manolo, manny, manolis, lito, nela
    enrique enrico: quique, kike, rico, chico
    ernesto: neto, tito
    evgeny yevgeny evgenia yevgenia evgeniya yevgeniya eugen evgenii: zhenya, genya, jenya, zhenia, eugen
    federico frederico friedrich fryderyk: fede, kiko, fritz, rico, fred, fredi
    felicitas feliciano: feli, liz, chano
    ferdinand fernando fernanda: nando, fer, nanda, ferdi, nano
    fyodor theodor teodor feodor: fedya, teo, tedi, theo
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: paco
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: pancho
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: paquito
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: curro
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: fran
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: kiko
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: cisco
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: quico
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: chico
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: paca
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: paqui
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: franco
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: cesco
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: checco
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: franek
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: franz
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: franzi
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: feri
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: frans
    francisco francisca francesco francesca franciszek franz frantisek ferenc francois francoise franciscus: fanny
    gabriel gabriela gabriele gabriella: gabi, gabo, gaby, lele
    galina: galya
    georg georgios giorgio jorge jerzy jiri georgi georges: schorsch, yorgos, giorgos, coco, jurek, jirka, jorgos
    georg georgios giorgio jorge jerzy jiri georgi georges: gogi, koke, gosho
    gertrud gertrude geertruida: trudi, trude, gerti, truus, gertie
    gerardo gerhard gerard: gerd, lalo, hardy, gerry
    giacomo: mino, jack
    giovanni giovanna: gianni, nanni, vanni, vanna, giannino, nino
    giuseppe giuseppina: beppe, peppe, peppino, pino, bepi, geppi, pina, giusy, giusi
    gonzalo: gonza, chalo
    grazyna: grazka
    gregorio grigori grigory grzegorz gregor: goyo, grisha, grzesiek, gregor, greg
    guadalupe: lupe, lupita, pita
    guillermo guilherme guillaume guglielmo: memo, guille, willy, gui, guillem
    hannelore: hanne, lore
    heinrich hendrik henrik henryk henri heinz: heinz, heiner, henk, rik, hein, henner, heiko, henny, henio, hinrich
    hildegard hildegarde: hilde, hilda
    hubertus hubert: bert, huub
    ignacio ignazio ignatius: nacho, nacio, iggy, ignasi
    igor: garik
    inmaculada: inma, macu
    ioannis: yiannis, giannis, yannis, john, janni
    irina irena irene: ira, irka, rena
    isabel isabela isabelle isabella: isa, chabela, bela, isabelita, belle
    ivan: vanya, vanja, ivo
    jacek jacobus jakob jakub jaap jacques: kuba, jaap, koos, jockel, jakub, cobus, jacky, jaco
    jadwiga: jadzia, iga, wisia
    jean-baptiste: jb
    jesus: chuy, chucho, suso
    joachim joaquin gioacchino: jochen, achim, quino, jo, joaco, gino
    joana joao: jo, juca
    johann johannes johan jan: hans, hannes, jan, jo, joop, jens, henne, jonas, hansi, joost, johnny, janek, honza
    johann johannes johan jan: jasiek, janis
    johanna joanna jana: hanna, hanne, asia, joasia, jopie, janka, hansi, aska
    jorgen jurgen juergen: jorg, joerg
    jose josep joseph josef jozef jozsef josefa josefina josephine iosif: pepe, pepito, che, chepe, pep, sepp, pepi
    jose josep joseph josef jozef jozsef josefa josefina josephine iosif: jupp, josie, beppo, joschi, pepa, fina, jef
    jose josep joseph josef jozef jozsef josefa josefina josephine iosif: jos, jo, juzek, jozek, jozsi, jojo, cheo
    jose josep joseph josef jozef jozsef josefa josefina josephine iosif: chema, chepito
    jose-maria: chema
    juan juana: juancho, juanito, juani, xan
    julio julia julian: juli, julek, jule
    karl carl karel karol carolus: kalle, charly, karlheinz, karlchen, lolek, karlo
    karolina caroline carolina: karo, caro, lina, line, carola
    kazimierz: kazik, kazio
    klaus niklas nikolaus nikolai nikolay nicolas nicolaas nikola mikolaj miklos nikolaos niccolo: kolya, kolja, klaus
    klaus niklas nikolaus nikolai nikolay nicolas nicolaas nikola mikolaj miklos nikolaos niccolo: klaas, nico, niko
    klaus niklas nikolaus nikolai nikolay nicolas nicolaas nikola mikolaj miklos nikolaos niccolo: nikos, claus
    klaus niklas nikolaus nikolai nikolay nicolas nicolaas nikola mikolaj miklos nikolaos niccolo: niklas, mikolaj
    klaus niklas nikolaus nikolai nikolay nicolas nicolaas nikola mikolaj miklos nikolaos niccolo: miki, nic
    konstantin konstantinos constantin constantine costantino: kostya, kostas, dino, costa, kosta, tino, kosti, dinos
    konstantin konstantinos constantin constantine costantino: costas
    krystyna kristina christina cristina: krysia, tina, kris, stina, kirsten, kirsti, cris, kiki, tine
    krzysztof christoph christophe christoffel cristobal kristof christophoros: krzysiek, krzys, stoffel, chris, tobal
    krzysztof christoph christophe christoffel cristobal kristof christophoros: kris, christof, topher
    larisa: lora
    laurens lorenzo laurent lorenz lars: lars, renzo, lenz, laurin, lorin, enzo, chencho
    leonardo leonid leon leonhard leonor: leo, lyonya, nando, nardo, leni, hardy
    lidia lydia: lida
    ludwig luigi luis luiz lodewijk ludovico ludwik louis: lutz, gigi, gino, luigino, lucho, lou, wiggerl, lode, vico
    ludwig luigi luis luiz lodewijk ludovico ludwik louis: lui, luisito, ludek, lulu
    lyubov lubov: lyuba, luba
    lyudmila ludmila: lyuda, mila, lida, luda
    maciej matthias mateusz matteo mathias matthaus mateo mattias: maciek, matze, hias, mat, teo, matti, mateuszek
    maciej matthias mateusz matteo mathias matthaus mateo mattias: thies, matthes
    magdalena magdalene madeleine: magda, lena, leni, magdi, madzia, maddy, malena
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: gosia
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: goska
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: grete
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: gretel
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: rita, greet
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: griet
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: ghita
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: margot
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: grit, marga
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: gretchen
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: margo, meta
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: greetje
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: gitta, mago
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: marge
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: daisy
    malgorzata margarete margareta margarita margherita margarethe margit margarida marguerite margaretha: guida
    marcello marcos marco marek marcus markus: marek, marco, marquitos
    maria marie marija mariya maria-luisa: marija, masha, marusya, mia, mimi, marita, mitzi, mietze, maja, maryam
    maria marie marija mariya maria-luisa: marysia, manya, ria, mieke, marike, marijke, rieke, mari, maricarmen, marie
    massimo massimiliano maximo maksim maxim: max, maks, maxi, massi
    mercedes: merche, meche, merce
    michal mikhail michail michele miguel mikael mihai mihail miquel mikhael michel: misha, mischa, mike, miko, migue
    michal mikhail michail michele miguel mikael mihai mihail miquel mikhael michel: michi, michalek, miki, mitya
    michal mikhail michail michele miguel mikael mihai mihail miquel mikhael michel: micha, micky, mihaly
    miroslav miroslaw miroslava: mirek, miro, mirka, slavko
    mordechai: motti, motke
    natalia natalya nathalie natalie: natasha, natascha, nata, nat, natalka, talia, tasha, nathi
    nadezhda nadezda: nadya, nadja, nadia
    nikolaos: nikos
    oksana: ksenia, ksyusha
    olga: olya, olja
    paola paolo pablo pavel pawel paul paulus: pavlik, pablito, pasha, pavlos, pauli, pal, lino
    patricio patrizia patrycja: pato, patri, patty, pat
    pedro pietro pyotr piotr petr peter pieter petrus pierre petar petros: perico, petya, piet, pit, peer, pete
    pedro pietro pyotr piotr petr peter pieter petrus pierre petar petros: pierrot, piotrek, piero, petro, pjotr, peta
    pedro pietro pyotr piotr petr peter pieter petrus pierre petar petros: pepo, pier, peto, petr
    pilar: pili, piluca
    rafael raffaele raphael rafal: rafa, raf, lele, rafi, raffi, lelo
    ramon raimund raimundo: moncho, mundo
    ricardo riccardo ryszard: ricky, rico, richi, cardo, rysiek
    roberto: beto, robi, berto, tito
    rodrigo: rodri, rigo
    rosario: charo, chayo
    rudolf rodolfo: rudi, rolf, fito, ruedi, dolf, rolfo
    salvatore salvador: toto, turi, salva, chava, sal, tore, rino
    sergei sergey sergio sergiusz serhiy: seryozha, seriozha, checo, sergi, checho
    siegfried: sigi, siggi
    sigmund zygmunt sigismund: sigi, zyga
    sofia sofija sofya zofia sophie: sofi, zosia, sonya, sonja, sonia, fia, fieke
    stanislav stanislaw stanislaus stanislava: stas, staszek, slava, stan, stach, standa, slavek
    stefan stefano stefania stepan esteban estefania istvan: pista, steve, stepa, stevo, fani, steffi, steffen, stef
    stefan stefano stefania stepan esteban estefania istvan: styopa, pisti
    svetlana: sveta, lana
    susana susanne zuzanna zuzana suzana: zuza, susi, sanne, zuzka, susa, zuzia, sanna
    tatiana tatyana tatjana: tanya, tanja, tania, tati
    teresa theresia therese teresita: tere, resi, thesi, tessa, teresita, maite, resa
    tadeusz thaddaeus: tadek, tadzio
    timofei timofey timoteo: tima, teo
    tomasz tommaso tomas tomaso thomas: tomek, maso, tom, tomi, masi, tomasek
    ulrich ulrike: uli, ulli, ulla, rike
    ursula: uschi, ulla, ursel
    valentina valentin valentino valeria valery: vale, valya, tina, lera, tino, valik
    vasily vasili vasiliy vasilios basilio vasilis: vasya, vassilis, billy, bill
    veronika veronica: nika, vroni, vero, ronja, weronka
    viktor viktoria victor victoria vittorio: vitya, vika, vicky, vik, wiktor, toya, rio
    vincenzo vicente vinzenz vicenzo: enzo, chente, vince, vinz, cenzo, vicen
    vladimir vladislav volodymyr wladimir wladyslaw: vova, volodya, vlad, vladik, wowa, wladek, vlado
    vyacheslav vjaceslav viacheslav yaroslav svyatoslav wieslaw: slava, slawek, wiesiek, slavik, yarik
    wenzel vaclav waclaw: vasek, wacek, vena
    wilhelm willem guillaume: willi, willy, wim, pim, helm, bill
    wojciech vojtech: wojtek, vojta
    wolfgang: wolf, wolle
    xavier javier francisco-javier: javi, xavi, chabier, xabi
    yekaterina: katya
    yuri yury yuriy juri georgy: yura, jura, zhora
    zbigniew: zbyszek, zbych
    abdullah abdulrahman abdelkader abdul: abdu, abdou
    ibrahim: ibo, brahim, ibra, bram
    mehmet muhammet mohamed: memo, memet, hamada
    mustafa moustapha: musti, mus, mou
    fatima fatma fatimah: fati, fatou, tima, fatos
    khadija hatice: dija
    yusuf youssef yousef: yusi, joe, jo, yus
    ismail: smail
    suleiman suleyman: solly, sulo
    aisha ayse: ayesha
    avraham abraham: avi, abe, bram
    yitzhak isaac itzhak: itzik, ike, zak, isa
    yaakov jacob: kobi, yanki, jake
    shlomo solomon: shloimi, sol, solly, moni
    yosef: yossi, joey
    moshe moses moises: moishe, moe
"""
"""Names, a colon, and the short forms in use for each of them."""
