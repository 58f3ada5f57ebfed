<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="en">
<context>
    <name>ArticlePanel</name>
    <message>
        <source>Text of the article</source>
        <translation>Мақала мәтіні</translation>
    </message>
    <message>
        <source>The text of the article stands here, with every fact marked: a click on one chooses its project. Open an article with Ctrl+O, or drop its file here.</source>
        <translation>Мұнда мақаланың мәтіні тұрады, ондағы әр дерек белгіленген: оны шертсеңіз, жобасы таңдалады. Мақаланы Ctrl+O арқылы ашыңыз немесе файлын осында сүйреп әкеліңіз.</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>The row that was chosen is not among those shown.</source>
        <translation>Таңдалған жол көрсетілгендердің арасында жоқ.</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Сұрыпталуда…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Іздеу…</translation>
    </message>
    <message>
        <source>The projects of an article and the rows of layers stand here, to be sorted, searched and copied. Open an article or a GIS file with Ctrl+O, or drop its file here.</source>
        <translation>Мұнда мақаланың жобалары мен қабаттардың жолдары тұрады: оларды сұрыптауға, іздеуге және көшіруге болады. Мақаланы немесе ГАЖ файлын Ctrl+O арқылы ашыңыз немесе файлын осында сүйреп әкеліңіз.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>иә</translation>
    </message>
    <message>
        <source>no</source>
        <translation>жоқ</translation>
    </message>
</context>
<context>
    <name>BaseMaps</name>
    <message>
        <source>Change the Base Map</source>
        <translation>негізгі картаны ауыстыру</translation>
    </message>
    <message>
        <source>Layer &gt; Base Map lays tiles over the built-in map.</source>
        <translation>Қабат &gt; Негізгі карта кіріктірілген картаның үстіне тайлдар салады.</translation>
    </message>
    <message>
        <source>Opacity of the tiles</source>
        <translation>Тайлдардың мөлдірсіздігі</translation>
    </message>
    <message>
        <source>Opacity of the tiles, in percent:</source>
        <translation>Тайлдардың мөлдірсіздігі, пайызбен:</translation>
    </message>
    <message>
        <source>Tiles ({suffixes})</source>
        <translation>Тайлдар ({suffixes})</translation>
    </message>
    <message>
        <source>Add a file of tiles</source>
        <translation>Тайлдар файлын қосу</translation>
    </message>
    <message>
        <source>&amp;Base Map</source>
        <translation>&amp;Негізгі карта</translation>
    </message>
    <message>
        <source>&amp;Built-in Map Alone</source>
        <translation>Тек &amp;кіріктірілген карта</translation>
    </message>
    <message>
        <source>&amp;Opacity…</source>
        <translation>&amp;Мөлдірсіздік…</translation>
    </message>
    <message>
        <source>Add &amp;Tile File…</source>
        <translation>&amp;Тайлдар файлын қосу…</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>Бетбел&amp;гілер</translation>
    </message>
    <message>
        <source>&amp;Add Bookmark…</source>
        <translation>Бетбелгі &amp;қосу…</translation>
    </message>
    <message>
        <source>&amp;Manage Bookmarks…</source>
        <translation>Бетбелгілерді &amp;басқару…</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>Бетбелгі қосу</translation>
    </message>
    <message>
        <source>Rename bookmark</source>
        <translation>Бетбелгінің атын өзгерту</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>Бетбелгіні жою</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Атауы:</translation>
    </message>
    <message>
        <source>Add &amp;Bookmark Here…</source>
        <translation>Осында бет&amp;белгі қою…</translation>
    </message>
</context>
<context>
    <name>BookmarksDialog</name>
    <message>
        <source>Bookmarks</source>
        <translation>Бетбелгілер</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Өту</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Атын өзгерту</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Жою</translation>
    </message>
</context>
<context>
    <name>BusyIndicator</name>
    <message>
        <source>Progress</source>
        <translation>Барысы</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Бас тарту</translation>
    </message>
</context>
<context>
    <name>ClassPreview</name>
    <message>
        <source>Class</source>
        <translation>Сынып</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Жолдар</translation>
    </message>
    <message>
        <source>Classes; double-click one for another colour</source>
        <translation>Сыныптар; екі рет шертсеңіз, түсі өзгереді</translation>
    </message>
    <message>
        <source>Double-click a class for another colour</source>
        <translation>Сыныпты екі рет шертсеңіз, түсі өзгереді</translation>
    </message>
</context>
<context>
    <name>ClassWords</name>
    <message>
        <source>other</source>
        <translation>басқа</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>иә</translation>
    </message>
    <message>
        <source>no</source>
        <translation>жоқ</translation>
    </message>
    <message>
        <source>Quantiles: as many rows in each</source>
        <translation>Квантильдер: әрқайсысында бірдей жол</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>Тең аралықтар</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>Табиғи шектер</translation>
    </message>
    <message>
        <source>Pretty breaks: round numbers</source>
        <translation>Дөңгелек сандар</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Стандартты ауытқу</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Plasma</source>
        <translation>Plasma</translation>
    </message>
    <message>
        <source>Blues</source>
        <translation>Көк реңктер</translation>
    </message>
    <message>
        <source>Oranges</source>
        <translation>Қызғылт сары реңктер</translation>
    </message>
    <message>
        <source>Blue to orange</source>
        <translation>Көктен қызғылт сарыға</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Әртүрлі</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Дөңгелек</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Шаршы</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Үшбұрыш</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Ромб</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Жұлдыз</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Крест</translation>
    </message>
</context>
<context>
    <name>ColourFields</name>
    <message>
        <source>Reversed</source>
        <translation>Кері ретпен</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>Бір түс</translation>
    </message>
    <message>
        <source>A colour for each category</source>
        <translation>Әр санатқа бір түс</translation>
    </message>
    <message>
        <source>Colours by number</source>
        <translation>Сан бойынша түстер</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Түс</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Баған</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Әдіс</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Сыныптар</translation>
    </message>
    <message>
        <source>Colour ramp</source>
        <translation>Түстер шкаласы</translation>
    </message>
    <message>
        <source>Colouring</source>
        <translation>Бояу</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Түзету</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Көрініс</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>Қ&amp;абат</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Құ&amp;ралдар</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>А&amp;нықтама</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Құралдар тақтасы</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Remove Corrections</source>
        <translation>Түзетулерді алып тастау</translation>
    </message>
    <message>
        <source>Remove Correction</source>
        <translation>Түзетуді алып тастау</translation>
    </message>
    <message>
        <source>Correct &amp;Place…</source>
        <translation>&amp;Орнын түзету…</translation>
    </message>
    <message>
        <source>&amp;Move Marker</source>
        <translation>Белгіні &amp;жылжыту</translation>
    </message>
    <message>
        <source>Place by &amp;Hand…</source>
        <translation>&amp;Қолмен қою…</translation>
    </message>
    <message>
        <source>Edit L&amp;ine</source>
        <translation>С&amp;ызықты өзгерту</translation>
    </message>
    <message>
        <source>Edit &amp;Details…</source>
        <translation>&amp;Мәліметін өзгерту…</translation>
    </message>
    <message>
        <source>&amp;Remove Corrections</source>
        <translation>&amp;Түзетулерді алып тастау</translation>
    </message>
    <message>
        <source>Correct Place</source>
        <translation>Орнын түзету</translation>
    </message>
    <message>
        <source>Correct Place of {name}</source>
        <translation>«{name}» орнын түзету</translation>
    </message>
    <message>
        <source>Edit Details</source>
        <translation>Мәліметін өзгерту</translation>
    </message>
    <message>
        <source>Planning the line…</source>
        <translation>Сызық салынуда…</translation>
    </message>
</context>
<context>
    <name>CrsDialog</name>
    <message>
        <source>Coordinate system</source>
        <translation>Координаттар жүйесі</translation>
    </message>
    <message>
        <source>Name, number or country: UTM 42N, 32642, Kazakhstan</source>
        <translation>Атауы, нөмірі немесе елі: UTM 42N, 32642, Kazakhstan</translation>
    </message>
    <message>
        <source>Search for a coordinate system</source>
        <translation>Координаттар жүйесін іздеу</translation>
    </message>
    <message>
        <source>Coordinate systems</source>
        <translation>Координаттар жүйелері</translation>
    </message>
    <message>
        <source>Choose the system that the data are in.</source>
        <translation>Деректер қай жүйеде екенін таңдаңыз.</translation>
    </message>
    <message>
        <source>Used for: {area}</source>
        <translation>Қолданылатын жері: {area}</translation>
    </message>
    <message>
        <source>In this system the data would lie nowhere on Earth.</source>
        <translation>Бұл жүйеде деректер Жердің ешбір жерінде болмас еді.</translation>
    </message>
    <message>
        <source>The data would lie between {first} and {second}.</source>
        <translation>Деректер {first} мен {second} аралығында болар еді.</translation>
    </message>
    <message>
        <source>That is outside the area for which this system is made.</source>
        <translation>Бұл — осы жүйе арналған аумақтан тыс.</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Edit Details</source>
        <translation>Мәліметін өзгерту</translation>
    </message>
    <message>
        <source>For those who read the map; not from the article</source>
        <translation>Картаны оқитындар үшін; мақаладан емес</translation>
    </message>
    <message>
        <source>Read in the article: {name} ({kind}). A name that is left empty is this one again.</source>
        <translation>Мақаладан оқылғаны: {name} ({kind}). Атауы бос қалса, осы атау қайтарылады.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Атауы:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Түрі:</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>&amp;Ескертпе:</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details of the project</source>
        <translation>Жоба туралы толық мәлімет</translation>
    </message>
    <message>
        <source>What the article says of a project stands here, where it lies and why, and what other sources add. Choose a project on the map or in the list.</source>
        <translation>Мұнда мақалада жоба туралы не айтылғаны, оның қайда және неге сонда екені, басқа дереккөздер не қосатыны тұрады. Жобаны картадан немесе тізімнен таңдаңыз.</translation>
    </message>
    <message>
        <source>Choose a project on the map or in the list to see its details.</source>
        <translation>Толық мәліметін көру үшін жобаны картадан немесе тізімнен таңдаңыз.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln жоба</numerusform>
            <numerusform>%Ln жоба</numerusform>
        </translation>
    </message>
    <message>
        <source>undo this correction</source>
        <translation>осы түзетуді болдырмау</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
    <message>
        <source>With the &amp;names of the open files</source>
        <translation>Ашық файлдардың &amp;атауларымен</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Кө&amp;шіру</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Көшірілді</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>infromap: that did not work</source>
        <translation>infromap: орындалмады</translation>
    </message>
    <message>
        <source>This is a fault of infromap, not yours. Nothing was changed. Please report the details.</source>
        <translation>Бұл infromap қатесі, сіздікі емес. Ештеңе өзгерген жоқ. Мәліметін хабарлаңызшы.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened.</source>
        <translation>
            <numerusform>%Ln файл ашылмады.</numerusform>
            <numerusform>%Ln файл ашылмады.</numerusform>
        </translation>
    </message>
    <message>
        <source>infromap: damaged files</source>
        <translation>infromap: зақымданған файлдар</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of infromap are damaged. The rest works; install infromap again.</source>
        <translation>
            <numerusform>infromap бағдарламасының %Ln файлы зақымданған. Қалғаны жұмыс істейді; infromap бағдарламасын қайта орнатыңыз.</numerusform>
            <numerusform>infromap бағдарламасының %Ln файлы зақымданған. Қалғаны жұмыс істейді; infromap бағдарламасын қайта орнатыңыз.</numerusform>
        </translation>
    </message>
    <message>
        <source>infromap ended without being asked to. These maps have changes that were not saved:</source>
        <translation>infromap өздігінен жабылып қалды. Мына карталарда сақталмаған өзгерістер бар:</translation>
    </message>
    <message>
        <source>&amp;Open Them</source>
        <translation>&amp;Ашу</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Сақтамау</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Кейін</translation>
    </message>
    <message>
        <source>About infromap</source>
        <translation>infromap туралы</translation>
    </message>
    <message>
        <source>&lt;p&gt;Turns a news article about infrastructure finance into a map that can be trusted and sent on.&lt;/p&gt;&lt;p&gt;Places: GeoNames (CC BY 4.0) and sources named beside each point. Base map: Natural Earth (public domain); its borders are no statement of ours. Map library: Leaflet. Window: Qt, under the LGPL.&lt;/p&gt;&lt;p&gt;Places that you look up online: © OpenStreetMap contributors.&lt;/p&gt;&lt;p&gt;MIT licence. Nothing that you open leaves this computer, but for names that you look up online.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Инфрақұрылымды қаржыландыру туралы мақаланы сенуге және басқаға жіберуге болатын картаға айналдырады.&lt;/p&gt;&lt;p&gt;Орындар: GeoNames (CC BY 4.0) және әр нүктенің жанында аталған дереккөздер. Негізгі карта: Natural Earth (қоғамдық игілік); ондағы шекаралар біздің пікіріміз емес. Карта кітапханасы: Leaflet. Терезе: Qt, LGPL лицензиясы бойынша.&lt;/p&gt;&lt;p&gt;Желіден ізделген орындар: © OpenStreetMap қатысушылары.&lt;/p&gt;&lt;p&gt;MIT лицензиясы. Сіз ашқан ештеңе бұл компьютерден шықпайды, тек желіден ізделетін атаулар ғана жіберіледі.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Export a document</source>
        <translation>Құжатты экспорттау</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Кітаптық</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Альбомдық</translation>
    </message>
    <message>
        <source>&amp;Table of projects, with sources</source>
        <translation>Жобалар &amp;кестесі, дереккөздерімен</translation>
    </message>
    <message>
        <source>Map &amp;part:</source>
        <translation>Карта &amp;бөлігі:</translation>
    </message>
    <message>
        <source>Pap&amp;er:</source>
        <translation>&amp;Қағаз:</translation>
    </message>
    <message>
        <source>&amp;Orientation:</source>
        <translation>Бағ&amp;дары:</translation>
    </message>
</context>
<context>
    <name>ExactnessDialog</name>
    <message>
        <source>&amp;Exactly: the thing itself, to a kilometre</source>
        <translation>&amp;Дәл: нысанның өзі, бір километрге дейін</translation>
    </message>
    <message>
        <source>&amp;Approximately, within</source>
        <translation>&amp;Шамамен, мына шекте:</translation>
    </message>
    <message>
        <source>Kilometres within which it lies</source>
        <translation>Ол орналасқан аралық, километрмен</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>&amp;Export As…</source>
        <translation>Басқаша &amp;экспорттау…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорттау</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Бас&amp;ып шығару…</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Картаны экспорттау</translation>
    </message>
    <message>
        <source>Export the layer</source>
        <translation>Қабатты экспорттау</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>Картаны басып шығару</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Басып шығарылды.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Басып шығарылуда…</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Сызылуда…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Жазылды: {path}</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Веб-бет (*.html)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Құжат (*.pdf)</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson)</source>
        <translation>GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>KML (*.kml)</source>
        <translation>KML (*.kml)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Кесте (*.csv)</translation>
    </message>
    <message>
        <source>FlatGeobuf (*.fgb)</source>
        <translation>FlatGeobuf (*.fgb)</translation>
    </message>
    <message>
        <source>Shapefile (*.shp)</source>
        <translation>Shapefile (*.shp)</translation>
    </message>
    <message>
        <source>{path} exists. Replace it?</source>
        <translation>{path} бар. Ауыстыру керек пе?</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Сурет (*.png)</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>{name} жазылуда…</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{number} m</source>
        <translation>{number} м</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} км</translation>
    </message>
    <message>
        <source>{number} m²</source>
        <translation>{number} м²</translation>
    </message>
    <message>
        <source>{number} ha</source>
        <translation>{number} га</translation>
    </message>
    <message>
        <source>{number} km²</source>
        <translation>{number} км²</translation>
    </message>
    <message>
        <source>outside UTM</source>
        <translation>UTM-нен тыс</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north, behind degrees</comment>
        <translation>с. е.</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east, behind degrees</comment>
        <translation>ш. б.</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south, behind degrees</comment>
        <translation>о. е.</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west, behind degrees</comment>
        <translation>б. б.</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>ha</source>
        <translation>га</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>км²</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>All that infromap opens ({articles} {layers});;Articles and projects ({articles});;GIS files ({layers});;All files (*)</source>
        <translation>infromap ашатынның бәрі ({articles} {layers});;Мақалалар мен жобалар ({articles});;ГАЖ файлдары ({layers});;Барлық файлдар (*)</translation>
    </message>
    <message>
        <source>Open articles, projects or GIS files</source>
        <translation>Мақалаларды, жобаларды немесе ГАЖ файлдарын ашу</translation>
    </message>
    <message>
        <source>Tables of text ({suffixes});;All files (*)</source>
        <translation>Мәтіндік кестелер ({suffixes});;Барлық файлдар (*)</translation>
    </message>
    <message>
        <source>Add a text table</source>
        <translation>Мәтіндік кесте қосу</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>Мекенжайды ашу</translation>
    </message>
    <message>
        <source>Address of an article:</source>
        <translation>Мақаланың мекенжайы:</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Filter the rows of the layer</source>
        <translation>Қабат жолдарын сүзу</translation>
    </message>
    <message>
        <source>Such as: {example}</source>
        <translation>Мысалы: {example}</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Өрнек</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Бағандар</translation>
    </message>
    <message>
        <source>Double-click a column to write it into the expression</source>
        <translation>Бағанды екі рет шертсеңіз, ол өрнекке жазылады</translation>
    </message>
    <message>
        <source>&amp;Show All Rows</source>
        <translation>&amp;Барлық жолды көрсету</translation>
    </message>
    <message numerus="yes">
        <source>All rows are shown: %Ln</source>
        <translation>
            <numerusform>Барлық жол көрсетілген: %Ln</numerusform>
            <numerusform>Барлық жол көрсетілген: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {count} rows</source>
        <comment>that a filter leaves</comment>
        <translation>Жолдар: {shown} / {count}</translation>
    </message>
    <message>
        <source>Text stands in &apos;single&apos; quotation marks, names of columns in &quot;double&quot; ones; % in LIKE is any text.</source>
        <translation>Мәтін &apos;дара&apos; тырнақшада, баған атаулары &quot;қос&quot; тырнақшада жазылады; LIKE ішіндегі % — кез келген мәтін.</translation>
    </message>
</context>
<context>
    <name>FindAnything</name>
    <message>
        <source>Find &amp;Anything…</source>
        <translation>Кез кел&amp;генін табу…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln жол</numerusform>
            <numerusform>%Ln жол</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inhabitant(s)</source>
        <translation>
            <numerusform>%Ln тұрғын</numerusform>
            <numerusform>%Ln тұрғын</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find anything</source>
        <translation>Кез келгенін табу</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Табылғандар</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Бұлай аталатын ештеңе жоқ.</translation>
    </message>
    <message>
        <source>Type a few letters of a project, a place anywhere on earth, a layer, a command or a bookmark, or coordinates. Arrows choose, Enter goes there, Esc closes.</source>
        <translation>Жобаның, жер бетіндегі кез келген орынның, қабаттың, әмірдің немесе бетбелгінің бірнеше әрпін, болмаса координаттарды теріңіз. Көрсеткілер таңдайды, Enter өтеді, Esc жабады.</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координаттар</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Жобалар</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Бетбелгілер</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Қабаттар</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Әмірлер</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Орындар</translation>
    </message>
</context>
<context>
    <name>FindingLayers</name>
    <message>
        <source>Where is {name}?</source>
        <translation>{name} қайда?</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} оқылуда…</translation>
    </message>
    <message>
        <source>Find Missing Layers</source>
        <translation>жоғалған қабаттарды табу</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) of this map cannot be read. Their look and filters are kept.</source>
        <translation>
            <numerusform>Бұл картаның %Ln қабаты оқылмайды. Түрі мен сүзгісі сақталған.</numerusform>
            <numerusform>Бұл картаның %Ln қабаты оқылмайды. Түрі мен сүзгісі сақталған.</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer &gt; Find Missing Layers asks where the files are now.</source>
        <translation>Қабат &gt; Жоғалған қабаттарды табу файлдардың қазір қайда екенін сұрайды.</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>&amp;Go to Coordinates…</source>
        <translation>Коорди&amp;наттарға өту…</translation>
    </message>
    <message>
        <source>{place} (latitude first)</source>
        <translation>{place} (алдымен ендік)</translation>
    </message>
    <message>
        <source>{place} (longitude first)</source>
        <translation>{place} (алдымен бойлық)</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Go to coordinates</source>
        <translation>Координаттарға өту</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координаттар</translation>
    </message>
    <message>
        <source>What is meant</source>
        <translation>Не айтылып тұр</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Өту</translation>
    </message>
    <message>
        <source>Degrees, degrees with minutes and seconds, or UTM: 43.25 N 76.95 E; 43°15′ с. ш. 76°57′ в. д.; 43T 658000 4790000</source>
        <translation>Градус, градус пен минут және секунд немесе UTM: 43.25 N 76.95 E; 43°15′ с. ш. 76°57′ в. д.; 43T 658000 4790000</translation>
    </message>
    <message>
        <source>This is no coordinate yet.</source>
        <translation>Бұл әлі координат емес.</translation>
    </message>
    <message>
        <source>That is:</source>
        <translation>Яғни:</translation>
    </message>
    <message>
        <source>It may mean two places. Which one?</source>
        <translation>Бұл екі орын болуы мүмкін. Қайсысы?</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>Drag the point of {name} to its place, or move it by the arrow keys, then press Enter. Esc cancels.</source>
        <translation>{name} нүктесін орнына сүйреп апарыңыз немесе көрсеткі пернелермен жылжытыңыз, содан кейін Enter басыңыз. Esc бас тартады.</translation>
    </message>
    <message>
        <source>Click where {name} is. Esc cancels.</source>
        <translation>«{name}» тұрған жерді шертіңіз. Esc — бас тарту.</translation>
    </message>
    <message>
        <source>Move Marker</source>
        <translation>Белгіні жылжыту</translation>
    </message>
    <message>
        <source>Which point shall be moved?</source>
        <translation>Қай нүктені жылжыту керек?</translation>
    </message>
    <message>
        <source>How exactly do you know where {name} is?</source>
        <translation>«{name}» қайда екенін қаншалықты дәл білесіз?</translation>
    </message>
    <message>
        <source>Place by Hand</source>
        <translation>Қолмен қою</translation>
    </message>
    <message>
        <source>How exactly do you know the points that you moved or added to {name}?</source>
        <translation>«{name}» сызығында жылжытылған немесе қосылған нүктелерді қаншалықты дәл білесіз?</translation>
    </message>
    <message>
        <source>Edit Line</source>
        <translation>Сызықты өзгерту</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Нұсқаулық</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Пернелер тіркесімі…</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Журнал…</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics…</source>
        <translation>&amp;Диагностиканы көшіру…</translation>
    </message>
    <message>
        <source>&amp;About infromap</source>
        <translation>&amp;Бағдарлама туралы</translation>
    </message>
</context>
<context>
    <name>LayerChoiceDialog</name>
    <message>
        <source>Choose layers</source>
        <translation>Қабаттарды таңдау</translation>
    </message>
    <message numerus="yes">
        <source>{name} has %Ln layer(s). Which are to be opened?</source>
        <translation>
            <numerusform>{name} ішінде %Ln қабат бар. Қайсысын ашу керек?</numerusform>
            <numerusform>{name} ішінде %Ln қабат бар. Қайсысын ашу керек?</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers of the file</source>
        <translation>Файл қабаттары</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Қабат</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Геометрия</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Жолдар</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Бәрі</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Ешқайсысы</translation>
    </message>
</context>
<context>
    <name>LayerFiles</name>
    <message>
        <source>Looking into {name}…</source>
        <translation>{name} қаралуда…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} оқылуда…</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>{name} қосу</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln layer(s)</source>
        <translation>
            <numerusform>%Ln қабат қосу</numerusform>
            <numerusform>%Ln қабат қосу</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} does not say its coordinate system. Which one is it in?</source>
        <translation>{name} координаттар жүйесін көрсетпейді. Ол қайсысы?</translation>
    </message>
</context>
<context>
    <name>LayerProperties</name>
    <message>
        <source>Properties of the layer</source>
        <translation>Қабат қасиеттері</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Атауы</translation>
    </message>
    <message>
        <source>{name}: pasted, kept in the project file</source>
        <translation>{name}: қойылған, жоба файлында сақталады</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Layer in the file</source>
        <translation>Файлдағы қабат</translation>
    </message>
    <message>
        <source>Date of the file</source>
        <translation>Файл күні</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>белгісіз</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Координаттар жүйесі</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Жолдар</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Сүзгі</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Білу керек</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Баған</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Түрі</translation>
    </message>
    <message>
        <source>Columns of the layer</source>
        <translation>Қабат бағандары</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>бүтін сан</translation>
    </message>
    <message>
        <source>number</source>
        <translation>сан</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>иә немесе жоқ</translation>
    </message>
    <message>
        <source>text</source>
        <translation>мәтін</translation>
    </message>
    <message>
        <source>date</source>
        <translation>күн</translation>
    </message>
</context>
<context>
    <name>Layering</name>
    <message>
        <source>Show the Projects</source>
        <translation>жобаларды көрсету</translation>
    </message>
    <message>
        <source>Hide the Projects</source>
        <translation>жобаларды жасыру</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} көрсету</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>{name} жасыру</translation>
    </message>
    <message>
        <source>Reorder Layers</source>
        <translation>қабаттар ретін өзгерту</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} атын өзгерту</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} алып тастау</translation>
    </message>
    <message>
        <source>No row of this layer has a place on the map.</source>
        <translation>Бұл қабаттың ешбір жолының картада орны жоқ.</translation>
    </message>
    <message>
        <source>Restyle {name}</source>
        <translation>{name} стилін өзгерту</translation>
    </message>
    <message>
        <source>Filter {name}</source>
        <translation>{name} сүзу</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>кіріктірілген</translation>
    </message>
    <message>
        <source>built-in, instead of {name}</source>
        <comment>tiles that cannot be shown now</comment>
        <translation>кіріктірілген, {name} орнына</translation>
    </message>
    <message>
        <source>&amp;Style…</source>
        <translation>&amp;Стиль…</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>Сү&amp;згі…</translation>
    </message>
    <message>
        <source>&amp;Zoom to Layer</source>
        <translation>Қабатты &amp;көрсету</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>&amp;Жоғары</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>Т&amp;өмен</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Атын өзгерту</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>А&amp;лып тастау</translation>
    </message>
    <message>
        <source>F&amp;ind Missing Layers…</source>
        <translation>Жоғал&amp;ған қабаттарды табу…</translation>
    </message>
    <message>
        <source>E&amp;xport As…</source>
        <translation>&amp;Басқаша экспорттау…</translation>
    </message>
    <message>
        <source>&amp;Attribute Table</source>
        <translation>Ат&amp;рибуттар кестесі</translation>
    </message>
    <message>
        <source>&amp;Properties</source>
        <translation>Қаси&amp;еттері</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers, from top to bottom</source>
        <translation>Қабаттар, жоғарыдан төмен</translation>
    </message>
    <message>
        <source>No layers yet. Open a GIS file, or drop one on the window: it comes onto the map.</source>
        <translation>Әзірге қабат жоқ. ГАЖ файлын ашыңыз немесе терезеге сүйреңіз: ол картаға түседі.</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Жобалар</translation>
    </message>
    <message>
        <source>{name}: file not found</source>
        <translation>{name}: файл табылмады</translation>
    </message>
    <message>
        <source>Base map: {name}</source>
        <translation>Негізгі карта: {name}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln жол</numerusform>
            <numerusform>%Ln жол</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>А&amp;лып тастау</translation>
    </message>
    <message>
        <source>filtered: {expression}</source>
        <translation>сүзгі: {expression}</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log of this session</source>
        <translation>Осы сеанс журналы</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Бәрі</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Ескертулер мен қателер</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Тек қателер</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Көрсету:</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Nothing of this kind was logged.</source>
        <translation>Журналда мұндай жоқ.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Кө&amp;шіру</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
</context>
<context>
    <name>LookingUp</name>
    <message>
        <source>&amp;Look Up Places Online…</source>
        <translation>&amp;Орындарды желіден іздеу…</translation>
    </message>
    <message>
        <source>infromap is offline; Tools &gt; Work Online changes that</source>
        <translation>infromap желісіз; мұны Құралдар &gt; Желіде жұмыс істеу өзгертеді</translation>
    </message>
    <message>
        <source>The gazetteer knows every place of this article</source>
        <translation>Анықтамалық бұл мақаланың барлық орнын біледі</translation>
    </message>
    <message>
        <source>Ask an online geocoder for the places that the gazetteer does not know</source>
        <translation>Анықтамалықта жоқ орындарды онлайн геокодерден сұрау</translation>
    </message>
</context>
<context>
    <name>Lookup</name>
    <message>
        <source> and {count} more</source>
        <translation> және тағы {count}</translation>
    </message>
    <message>
        <source>Look these places up at {host}?</source>
        <translation>Бұл орындарды {host} арқылы іздеу керек пе?</translation>
    </message>
    <message>
        <source>{names}{more}

Only these names and the country&apos;s code are sent, one a second at most; answers are kept on this computer. Places found are © OpenStreetMap contributors.</source>
        <translation>{names}{more}

Тек осы атаулар мен елдің коды жіберіледі, секундына біреуден асырмай; жауаптар осы компьютерде сақталады. Табылған орындар — © OpenStreetMap қатысушылары.</translation>
    </message>
    <message>
        <source>&amp;Look Up</source>
        <translation>&amp;Іздеу</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Written: {path}</source>
        <translation>Жазылды: {path}</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>Тере&amp;зені жабу</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Шығу</translation>
    </message>
    <message>
        <source>&amp;Filter Projects</source>
        <translation>Жобаларды &amp;сүзу</translation>
    </message>
    <message>
        <source>&amp;Clear Selection</source>
        <translation>Таңдауды &amp;алып тастау</translation>
    </message>
    <message>
        <source>Zoom to &amp;All</source>
        <translation>&amp;Бәрін көрсету</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Бәрі</translation>
    </message>
    <message>
        <source>Zoom to &amp;Selection</source>
        <translation>&amp;Таңдалғанды көрсету</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Таңдалған</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Толық &amp;экран</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Жобалар</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Толық мәлімет</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Мақала</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Қабаттар</translation>
    </message>
    <message>
        <source>Attribute Table</source>
        <translation>Атрибуттар кестесі</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Ашылған күйі</translation>
    </message>
    <message>
        <source>Steps that can be undone</source>
        <translation>Болдырмауға болатын қадамдар</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Тарих</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>infromap Manual</source>
        <translation>infromap нұсқаулығы</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Нұсқаулықтан іздеу</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Нұсқаулық</translation>
    </message>
    <message>
        <source>Headings of the manual</source>
        <translation>Нұсқаулық тақырыптары</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} / {all}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Табылмады</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
</context>
<context>
    <name>MeasurePanel</name>
    <message>
        <source>Total</source>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Бірлік</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>Кесінділер</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Кесінді</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Ұзындық</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Басынан</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Кө&amp;шіру</translation>
    </message>
    <message>
        <source>Copy the legs and the total as a table</source>
        <translation>Кесінділер мен қорытындыны кесте етіп көшіру</translation>
    </message>
    <message>
        <source>Hectares or km²</source>
        <translation>Гектар немесе км²</translation>
    </message>
    <message>
        <source>Metres or kilometres</source>
        <translation>Метр немесе километр</translation>
    </message>
    <message>
        <source>Click on the map where it begins.</source>
        <translation>Картада басталатын жерін шертіңіз.</translation>
    </message>
    <message>
        <source>Outline: {length}</source>
        <translation>Контуры: {length}</translation>
    </message>
    <message>
        <source>To the pointer: {length}</source>
        <translation>Көрсеткішке дейін: {length}</translation>
    </message>
    <message>
        <source>The outline crosses itself: parts of the area count against each other.</source>
        <translation>Контур өзімен қиылысады: аудан бөліктері бірінен бірі шегеріледі.</translation>
    </message>
    <message>
        <source>Measured on the ellipsoid (WGS 84).</source>
        <translation>Эллипсоид бойынша өлшенген (WGS 84).</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>Measure</source>
        <translation>Өлшеу</translation>
    </message>
    <message>
        <source>&amp;Measure Length</source>
        <translation>&amp;Ұзындықты өлшеу</translation>
    </message>
    <message>
        <source>Measure &amp;Area</source>
        <translation>&amp;Ауданды өлшеу</translation>
    </message>
    <message>
        <source>Copied: the measurement as a table</source>
        <translation>Көшірілді: өлшем кесте түрінде</translation>
    </message>
    <message>
        <source>Click from point to point. Double click or Enter ends, Esc puts the tool away.</source>
        <translation>Нүктеден нүктеге шертіңіз. Қос шерту немесе Enter аяқтайды, Esc құралды жинайды.</translation>
    </message>
    <message>
        <source>&amp;Measure from Here</source>
        <translation>Осыдан бастап &amp;өлшеу</translation>
    </message>
</context>
<context>
    <name>NetworkSwitch</name>
    <message>
        <source>&amp;Work Online</source>
        <translation>&amp;Желіде жұмыс істеу</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Желіде жұмыс</translation>
    </message>
    <message>
        <source>Let infromap ask the network until it is switched off or closed?</source>
        <translation>infromap сіз өшіргенше немесе жапқанша желіге сұрау салсын ба?</translation>
    </message>
    <message>
        <source>&amp;Go Online</source>
        <translation>&amp;Желіге шығу</translation>
    </message>
    <message>
        <source>&amp;Stay Offline</source>
        <translation>Желісіз &amp;қалу</translation>
    </message>
    <message>
        <source>It then fetches addresses that you open and, after asking you, looks up names of places.</source>
        <translation>Сонда ол сіз ашқан мекенжайларды жүктейді және сізден сұрап алып, орын атауларын іздейді.</translation>
    </message>
    <message>
        <source>Online tiles, where you choose some, tell their server which part of the world you look at.</source>
        <translation>Онлайн тайлдарды таңдасаңыз, олар серверіне әлемнің қай бөлігін қарап отырғаныңызды айтады.</translation>
    </message>
    <message>
        <source>This map will show tiles of {name}.</source>
        <translation>Бұл карта {name} тайлдарын көрсетеді.</translation>
    </message>
    <message>
        <source>Names of places in articles that you open will go to {host}.</source>
        <translation>Сіз ашқан мақалалардағы орын атаулары {host} серверіне жіберіледі.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Желіде</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Желісіз</translation>
    </message>
    <message>
        <source>The network is asked for addresses, tiles and places that you want; click to stop that at once</source>
        <translation>Желіден сізге керек мекенжайлар, тайлдар мен орындар сұралады; бірден тоқтату үшін шертіңіз</translation>
    </message>
    <message>
        <source>infromap asks nothing of the network; click to let it</source>
        <translation>infromap желіден ештеңе сұрамайды; рұқсат беру үшін шертіңіз</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>clipboard</source>
        <translation>алмасу буфері</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>алмасу буфері</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>&amp;Жаңа терезе</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ашу…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>New from Clip&amp;board</source>
        <translation>&amp;Буферден жасау</translation>
    </message>
    <message>
        <source>Add Text &amp;Table…</source>
        <translation>Мәтіндік &amp;кесте қосу…</translation>
    </message>
    <message>
        <source>Open &amp;Address…</source>
        <translation>&amp;Мекенжайды ашу…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} оқылуда…</translation>
    </message>
    <message>
        <source>infromap is offline; Tools &gt; Work Online changes that</source>
        <translation>infromap желісіз; мұны Құралдар &gt; Желіде жұмыс істеу өзгертеді</translation>
    </message>
    <message>
        <source>Open the article of a web address</source>
        <translation>Веб-мекенжайдағы мақаланы ашу</translation>
    </message>
</context>
<context>
    <name>PanelKeys</name>
    <message>
        <source>Go to &amp;Panel</source>
        <translation>&amp;Панельге өту</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Done</source>
        <translation>Дайын</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Бас тарту</translation>
    </message>
    <message>
        <source>Point {number} of {count}</source>
        <translation>{number}-нүкте, барлығы {count}</translation>
    </message>
    <message>
        <source>Click where it is. Esc cancels.</source>
        <translation>Орнын шертіңіз. Esc болдырмайды.</translation>
    </message>
    <message>
        <source>Click to add points, drag to move them. Enter or double click ends, Backspace goes back.</source>
        <translation>Шерту нүкте қосады, сүйреу жылжытады. Enter немесе қос шерту аяқтайды, Backspace бір қадам қайтарады.</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Export a picture</source>
        <translation>Суретті экспорттау</translation>
    </message>
    <message>
        <source>&amp;Title and source</source>
        <translation>&amp;Тақырып пен дереккөз</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Шартты белгілер</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>&amp;Масштаб сызғышы</translation>
    </message>
    <message>
        <source>Map &amp;part:</source>
        <translation>Карта &amp;бөлігі:</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>&amp;Ені:</translation>
    </message>
    <message>
        <source>&amp;Height:</source>
        <translation>Би&amp;іктігі:</translation>
    </message>
    <message>
        <source>&amp;Scale:</source>
        <translation>К&amp;өбейткіш:</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
    <message>
        <source>The file has {width} × {height} pixels.</source>
        <translation>Файлда {width} × {height} пиксель бар.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels are more than can be drawn.</source>
        <translation>{width} × {height} пиксельді сызу мүмкін емес: тым көп.</translation>
    </message>
    <message>
        <source>So large a picture asks the server for too many tiles; leave them out.</source>
        <translation>Мұндай үлкен сурет үшін серверден тым көп тайл сұрауға тура келеді; оларды алып тастаңыз.</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>Name to be placed</source>
        <translation>Орны ізделетін атау</translation>
    </message>
    <message>
        <source>Look for another name in the gazetteer</source>
        <translation>Анықтамалықтан басқа атауды іздеу</translation>
    </message>
    <message>
        <source>Another name to look for</source>
        <translation>Ізделетін басқа атау</translation>
    </message>
    <message>
        <source>&amp;Use This Place</source>
        <translation>Осы орынды &amp;таңдау</translation>
    </message>
    <message>
        <source>&amp;None of These</source>
        <translation>Ешқайсысы &amp;емес</translation>
    </message>
    <message>
        <source>&amp;Set on the Map…</source>
        <translation>Картада &amp;көрсету…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Жабу</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Орын</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Түрі</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Қайда</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>Тұрғындар</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Қашықтығы</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Баға</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Дереккөз</translation>
    </message>
    <message>
        <source>From the nearest other place of the project</source>
        <translation>Жобаның ең жақын басқа орнынан</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Үміткер орындар</translation>
    </message>
    <message>
        <source>Choose a project to correct its places.</source>
        <translation>Орындарын түзету үшін жобаны таңдаңыз.</translation>
    </message>
    <message>
        <source>The article names no place of this project. Place it by hand (Edit menu).</source>
        <translation>Мақалада бұл жобаның орны аталмаған. Оны қолмен орналастырыңыз («Түзету» мәзірі).</translation>
    </message>
    <message>
        <source>The gazetteer knows no place called {name}.</source>
        <translation>Анықтамалықта «{name}» деген орын жоқ.</translation>
    </message>
    <message>
        <source>{name} has no place on the map.</source>
        <translation>«{name}» картада орны жоқ.</translation>
    </message>
    <message>
        <source>{name} is taken for {place} ({source}).</source>
        <translation>«{name}» — {place} ({source}) деп алынған.</translation>
    </message>
    <message>
        <source>city</source>
        <translation>қала</translation>
    </message>
    <message>
        <source>town</source>
        <translation>шағын қала</translation>
    </message>
    <message>
        <source>village</source>
        <translation>ауыл</translation>
    </message>
    <message>
        <source>station</source>
        <translation>бекет</translation>
    </message>
    <message>
        <source>region</source>
        <translation>өңір</translation>
    </message>
    <message>
        <source>country</source>
        <translation>ел</translation>
    </message>
    <message>
        <source>point</source>
        <translation>нүкте</translation>
    </message>
</context>
<context>
    <name>Position</name>
    <message>
        <source>Coordinates under the pointer</source>
        <translation>Көрсеткіш астындағы координаттар</translation>
    </message>
    <message>
        <source>Coordinates under the pointer; click for degrees, minutes, or UTM</source>
        <translation>Көрсеткіш астындағы координаттар; шертсеңіз: градус, минут немесе UTM</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Scale in the middle of the map</source>
        <translation>Картаның ортасындағы масштаб</translation>
    </message>
    <message>
        <source>C&amp;opy Coordinates</source>
        <translation>Координаттарды &amp;көшіру</translation>
    </message>
    <message>
        <source>Copy Coordinates as &amp;Lon, Lat</source>
        <translation>Координаттарды көшіру: &amp;бойлық, ендік</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Көшірілді: {text}</translation>
    </message>
    <message>
        <source>Copy &amp;Text</source>
        <translation>&amp;Мәтінді көшіру</translation>
    </message>
    <message>
        <source>&amp;Copy {place}</source>
        <translation>{place} &amp;көшіру</translation>
    </message>
    <message>
        <source>Copy {place} (&amp;lon, lat)</source>
        <translation>{place} көшіру (&amp;бойлық, ендік)</translation>
    </message>
</context>
<context>
    <name>Preferring</name>
    <message>
        <source>&amp;Language</source>
        <translation>Т&amp;іл</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Безен&amp;діру</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>&amp;Жүйедегідей</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Ашық</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Күңгірт</translation>
    </message>
    <message>
        <source>La&amp;rger Text</source>
        <translation>Мәтінді ү&amp;лкейту</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>Мәтінді &amp;кішірейту</translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation>&amp;Қалыпты мәтін</translation>
    </message>
</context>
<context>
    <name>ProjectsPanel</name>
    <message>
        <source>Filter projects</source>
        <translation>Жобаларды сүзу</translation>
    </message>
    <message>
        <source>In the order of the text</source>
        <translation>Мәтін ретімен</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Атауы бойынша</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Түрі бойынша</translation>
    </message>
    <message>
        <source>By amount, largest first</source>
        <translation>Сомасы бойынша, алдымен үлкені</translation>
    </message>
    <message>
        <source>Sums of different currencies are not compared; the currency that comes most often stands first.</source>
        <translation>Әртүрлі валютадағы сомалар салыстырылмайды; ең жиі кездесетін валюта бірінші тұрады.</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Жобалар</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>The projects of an article stand here: those on the map, and those that the article does not locate. Open an article with Ctrl+O, or drop its file here.</source>
        <translation>Мұнда мақаланың жобалары тұрады: картадағылары және мақалада орны айтылмағандары. Мақаланы Ctrl+O арқылы ашыңыз немесе файлын осында сүйреп әкеліңіз.</translation>
    </message>
    <message>
        <source>Order of the projects</source>
        <translation>Жобалардың реті</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Картада</translation>
    </message>
    <message>
        <source>Not located</source>
        <translation>Орны белгісіз</translation>
    </message>
    <message>
        <source>This map has layers and no projects.</source>
        <translation>Бұл картада қабаттар бар, жоба жоқ.</translation>
    </message>
    <message>
        <source>No project was found in this text.</source>
        <translation>Бұл мәтіннен жоба табылмады.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Жетек</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Бума</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>Қайда қ&amp;арау:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Файлдар &amp;түрі:</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>Беттер &amp;жиыны:</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Соңғыларды ашу</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Әзірге ештеңе жоқ</translation>
    </message>
    <message>
        <source>{path} is not there any more. Take it off the list?</source>
        <translation>{path} енді жоқ. Оны тізімнен алып тастау керек пе?</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Copy &amp;Rows</source>
        <translation>&amp;Жолдарды көшіру</translation>
    </message>
    <message>
        <source>Copy &amp;Cell</source>
        <translation>&amp;Ұяшықты көшіру</translation>
    </message>
    <message>
        <source>Copy as &amp;GeoJSON</source>
        <translation>&amp;GeoJSON етіп көшіру</translation>
    </message>
    <message>
        <source>&amp;Zoom to Rows</source>
        <translation>Жолдарды &amp;картада көрсету</translation>
    </message>
    <message>
        <source>&amp;Export Rows…</source>
        <translation>Жолдарды &amp;экспорттау…</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Rows</source>
        <translation>Жолдар</translation>
    </message>
    <message>
        <source>&amp;Statistics</source>
        <translation>&amp;Статистика</translation>
    </message>
    <message>
        <source>&amp;Hide Column</source>
        <translation>Бағанды &amp;жасыру</translation>
    </message>
    <message>
        <source>Show &amp;All Columns</source>
        <translation>&amp;Барлық бағанды көрсету</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>&amp;Save Project</source>
        <translation>Жобаны са&amp;қтау</translation>
    </message>
    <message>
        <source>Sa&amp;ve Project As…</source>
        <translation>Жобаны басқаша сақ&amp;тау…</translation>
    </message>
    <message>
        <source>infromap project (*{suffix})</source>
        <translation>infromap жобасы (*{suffix})</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Жобаны сақтау</translation>
    </message>
    <message>
        <source>Written: {path}, without {names}, which are of no file; export them to keep them.</source>
        <translation>Жазылды: {path}, {names} жоқ: олар файлдан алынбаған; сақтау үшін экспорттаңыз.</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>{name} жазылуда…</translation>
    </message>
    <message>
        <source>Save the changes to this map before it is closed?</source>
        <translation>Карта жабылар алдында ондағы өзгерістерді сақтау керек пе?</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>Әйтпесе олар жоғалады.</translation>
    </message>
    <message>
        <source>Changes are not kept for the case of a crash; save the project. {reason}</source>
        <translation>Өзгерістер апат жағдайына сақталмайды; жобаны сақтаңыз. {reason}</translation>
    </message>
    <message>
        <source>{path} is open in another window of infromap. This is a copy: it is saved to another file.</source>
        <translation>{path} infromap-тың басқа терезесінде ашық. Бұл — көшірме: ол басқа файлға сақталады.</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>These rows have no place on the map.</source>
        <translation>Бұл жолдардың картада орны жоқ.</translation>
    </message>
    <message>
        <source>Too many rows are chosen to mark them all on the map; Zoom to Rows shows where they lie.</source>
        <translation>Тым көп жол таңдалды, бәрін картада белгілеу мүмкін емес; олардың қайда екенін «Жолдарды картада көрсету» көрсетеді.</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>Preview</source>
        <translation>Алдын ала қарау</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Сызылуда…</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Пернелер тіркесімі</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Әмірлер мен пернелерді іздеу</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Әмір</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Пернелер</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Әмірлер және олардың пернелері</translation>
    </message>
    <message>
        <source>Keys of the chosen command</source>
        <translation>Таңдалған әмірдің пернелері</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Тағайындау</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>А&amp;лып тастау</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>&amp;Қайтару</translation>
    </message>
    <message>
        <source>Reset A&amp;ll</source>
        <translation>&amp;Бәрін қайтару</translation>
    </message>
    <message>
        <source>&amp;Press the new keys:</source>
        <translation>&amp;Жаңа пернелерді басыңыз:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>{keys} is needed for writing in text fields.</source>
        <translation>{keys} мәтін өрістеріне жазу үшін керек.</translation>
    </message>
    <message>
        <source>{keys} belongs to “{command}”, which will lose it.</source>
        <translation>{keys} қазір «{command}» әмірінікі; ол одан айырылады.</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Drawing the map…</source>
        <translation>Карта салынуда…</translation>
    </message>
    <message>
        <source>Projects: {all}, on the map: {located}</source>
        <translation>Жобалар: {all}, картада: {located}</translation>
    </message>
    <message>
        <source>layers: {layers}, rows: {rows}</source>
        <translation>қабаттар: {layers}, жолдар: {rows}</translation>
    </message>
</context>
<context>
    <name>SignFields</name>
    <message>
        <source>all alike</source>
        <translation>бәрі бірдей</translation>
    </message>
    <message>
        <source>by how close they lie</source>
        <translation>қаншалықты жақын жатқанына қарай</translation>
    </message>
    <message>
        <source>none</source>
        <translation>жоқ</translation>
    </message>
    <message>
        <source>Shape of points</source>
        <translation>Нүктелердің пішіні</translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation>Нүктелер өлшемі</translation>
    </message>
    <message>
        <source>Radius, from least to greatest</source>
        <translation>Радиус, кішісінен үлкеніне</translation>
    </message>
    <message>
        <source>Radius of points</source>
        <translation>Нүктелер радиусы</translation>
    </message>
    <message>
        <source>Width of lines and outlines</source>
        <translation>Сызықтар мен контурлар қалыңдығы</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Мөлдірсіздік</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Жазулар</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Opened last</source>
        <translation>Соңғы ашылғандар</translation>
    </message>
    <message>
        <source>From an article about infrastructure finance to a map that can be trusted.</source>
        <translation>Инфрақұрылымды қаржыландыру туралы мақаладан сенуге болатын картаға дейін.</translation>
    </message>
    <message>
        <source>Open the bundled brief</source>
        <translation>Дайын қысқаша мақаланы ашу</translation>
    </message>
    <message>
        <source>AIIB in Kazakhstan, 9 February 2026</source>
        <translation>АИИБ Қазақстанда, 2026 жылғы 9 ақпан</translation>
    </message>
    <message>
        <source>Or drop files here: articles, projects, GIS files.</source>
        <translation>Немесе файлдарды осында сүйреп әкеліңіз: мақалалар, жобалар, ГАЖ файлдары.</translation>
    </message>
</context>
<context>
    <name>StatisticsPanel</name>
    <message>
        <source>Statistics of a column</source>
        <translation>Баған статистикасы</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Мән</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Мәндер</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Бос</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Әртүрлі мәндер</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Ең кішісі</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Ең үлкені</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Орташа</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Қосындысы</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Стандартты ауытқу</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Ең жиі</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Қанша рет</translation>
    </message>
</context>
<context>
    <name>StyleDialog</name>
    <message>
        <source>Style of the layer</source>
        <translation>Қабат стилі</translation>
    </message>
    <message>
        <source>Colour of the layer</source>
        <translation>Қабат түсі</translation>
    </message>
    <message>
        <source>Colour of the class</source>
        <translation>Сынып түсі</translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message>
        <source>Layer</source>
        <translation>Қабат</translation>
    </message>
    <message>
        <source>Column to filter by</source>
        <translation>Сүзу бағаны</translation>
    </message>
    <message>
        <source>Filter rows: text, &gt;5, &lt;=2026-02</source>
        <translation>Жолдарды сүзу: мәтін, &gt;5, &lt;=2026-02</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Жолдарды сүзу</translation>
    </message>
    <message>
        <source>Chosen Only</source>
        <translation>Тек таңдалғандар</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Барлық бағандар</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln жол</numerusform>
            <numerusform>%Ln жол</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {all} row(s)</source>
        <translation>
            <numerusform>{all} жолдың %Ln</numerusform>
            <numerusform>{all} жолдың %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln таңдалды</numerusform>
            <numerusform>%Ln таңдалды</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Add a text table: {name}</source>
        <translation>Мәтіндік кесте қосу: {name}</translation>
    </message>
    <message>
        <source>The first row holds the &amp;names of the columns</source>
        <translation>Бірінші жолда баған &amp;атаулары тұр</translation>
    </message>
    <message>
        <source>Decimal &amp;comma (53,28)</source>
        <translation>Ондық &amp;үтір (53,28)</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Қайсысы бірінші</translation>
    </message>
    <message>
        <source>Exchan&amp;ge</source>
        <translation>Ал&amp;мастыру</translation>
    </message>
    <message>
        <source>Take longitude for latitude, and latitude for longitude</source>
        <translation>Бойлықты ендік, ендікті бойлық деп алу</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Алғашқы жолдар</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Қосу</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Кодтау:</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation>&amp;Бөлгіш:</translation>
    </message>
    <message>
        <source>Longitude, &amp;X:</source>
        <translation>Бойлық, &amp;X:</translation>
    </message>
    <message>
        <source>Latitude, &amp;Y:</source>
        <translation>Ендік, &amp;Y:</translation>
    </message>
    <message>
        <source>or &amp;both in one:</source>
        <translation>немесе &amp;екеуі бірге:</translation>
    </message>
    <message>
        <source>or &amp;WKT:</source>
        <translation>немесе &amp;WKT:</translation>
    </message>
    <message>
        <source>Coordinate sys&amp;tem:</source>
        <translation>Координаттар &amp;жүйесі:</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>үтір</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>нүктелі үтір</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>тік сызық</translation>
    </message>
    <message>
        <source>latitude first</source>
        <translation>алдымен ендік</translation>
    </message>
    <message>
        <source>longitude first</source>
        <translation>алдымен бойлық</translation>
    </message>
    <message>
        <source>longitude and latitude (EPSG:4326)</source>
        <translation>бойлық пен ендік (EPSG:4326)</translation>
    </message>
    <message>
        <source>Choose the columns of longitude and latitude, a column that holds both, or a column of WKT.</source>
        <translation>Бойлық пен ендік бағандарын, екеуі бірге тұрған бағанды немесе WKT бағанын таңдаңыз.</translation>
    </message>
    <message>
        <source>A column that holds both is chosen below, as both in one.</source>
        <translation>Екеуі бірге тұрған баған төменде таңдалады: «екеуі бірге».</translation>
    </message>
    <message>
        <source>With latitude and longitude exchanged these points would lie near what the map shows.</source>
        <translation>Ендік пен бойлықты ауыстырса, бұл нүктелер картада көрсетілгеннің маңында жатар еді.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are shown as they would be read.</source>
        <translation>
            <numerusform>%Ln жол оқылатын күйінде көрсетілген.</numerusform>
            <numerusform>%Ln жол оқылатын күйінде көрсетілген.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first rows hold no coordinates in these columns.</source>
        <translation>Алғашқы жолдардың бұл бағандарында координаттар жоқ.</translation>
    </message>
    <message>
        <source>Latitudes beyond 90: latitude and longitude seem to be exchanged.</source>
        <translation>Ендік 90-нан асады: ендік пен бойлық ауысып кеткен сияқты.</translation>
    </message>
    <message>
        <source>These numbers are no places on Earth in this coordinate system; choose another one.</source>
        <translation>Бұл координаттар жүйесінде бұл сандар Жердегі орын емес; басқасын таңдаңыз.</translation>
    </message>
    <message>
        <source>In which coordinate system are the numbers of {name}?</source>
        <translation>{name} сандары қай координаттар жүйесінде?</translation>
    </message>
</context>
<context>
    <name>_DrawingDialog</name>
    <message>
        <source>What the window shows</source>
        <translation>Терезеде көрінетіні</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>Бүкіл карта</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорттау</translation>
    </message>
    <message>
        <source>Tiles of {name}</source>
        <translation>{name} тайлдары</translation>
    </message>
    <message>
        <source>They are asked of a server, and infromap is offline: the built-in map is drawn.</source>
        <translation>Оларды сервер береді, ал infromap желісіз жұмыс істеп тұр: кірістірілген карта салынады.</translation>
    </message>
    <message>
        <source>They are asked of their server once more, and their credit stands on the map: {credit}. Whether it may be published is said in the server&apos;s terms.</source>
        <translation>Олар серверден тағы бір рет сұралады, кімдікі екені картада жазылады: {credit}. Оны жариялауға бола ма, сервердің шарттарында айтылған.</translation>
    </message>
</context>
</TS>
