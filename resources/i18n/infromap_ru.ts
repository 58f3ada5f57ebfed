<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ArticlePanel</name>
    <message>
        <source>Text of the article</source>
        <translation>Текст статьи</translation>
    </message>
    <message>
        <source>The text of the article stands here, with every fact marked: a click on one chooses its project. Open an article with Ctrl+O, or drop its file here.</source>
        <translation>Здесь стоит текст статьи, в котором отмечен каждый факт: щелчок по нему выбирает проект. Откройте статью клавишами Ctrl+O или перетащите её файл сюда.</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>The row that was chosen is not among those shown.</source>
        <translation>Выбранной строки нет среди показанных.</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Сортировка…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>The projects of an article and the rows of layers stand here, to be sorted, searched and copied. Open an article or a GIS file with Ctrl+O, or drop its file here.</source>
        <translation>Здесь стоят проекты статьи и строки слоёв: их можно сортировать, искать и копировать. Откройте статью или файл ГИС клавишами Ctrl+O или перетащите файл сюда.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>BaseMaps</name>
    <message>
        <source>Change the Base Map</source>
        <translation>смену основы карты</translation>
    </message>
    <message>
        <source>Layer &gt; Base Map lays tiles over the built-in map.</source>
        <translation>Слой &gt; Основа карты кладёт тайлы поверх собственной карты.</translation>
    </message>
    <message>
        <source>Opacity of the tiles</source>
        <translation>Непрозрачность тайлов</translation>
    </message>
    <message>
        <source>Opacity of the tiles, in percent:</source>
        <translation>Непрозрачность тайлов, в процентах:</translation>
    </message>
    <message>
        <source>Tiles ({suffixes})</source>
        <translation>Тайлы ({suffixes})</translation>
    </message>
    <message>
        <source>Add a file of tiles</source>
        <translation>Добавить файл тайлов</translation>
    </message>
    <message>
        <source>&amp;Base Map</source>
        <translation>&amp;Основа карты</translation>
    </message>
    <message>
        <source>&amp;Built-in Map Alone</source>
        <translation>&amp;Только собственная карта</translation>
    </message>
    <message>
        <source>&amp;Opacity…</source>
        <translation>&amp;Непрозрачность…</translation>
    </message>
    <message>
        <source>Add &amp;Tile File…</source>
        <translation>Добавить файл &amp;тайлов…</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>&amp;Закладки</translation>
    </message>
    <message>
        <source>&amp;Add Bookmark…</source>
        <translation>&amp;Добавить закладку…</translation>
    </message>
    <message>
        <source>&amp;Manage Bookmarks…</source>
        <translation>&amp;Управление закладками…</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>Добавить закладку</translation>
    </message>
    <message>
        <source>Rename bookmark</source>
        <translation>Переименовать закладку</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>Удалить закладку</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Название:</translation>
    </message>
    <message>
        <source>Add &amp;Bookmark Here…</source>
        <translation>Поставить &amp;закладку здесь…</translation>
    </message>
</context>
<context>
    <name>BookmarksDialog</name>
    <message>
        <source>Bookmarks</source>
        <translation>Закладки</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Перейти</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Пере&amp;именовать</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Удалить</translation>
    </message>
</context>
<context>
    <name>BusyIndicator</name>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ClassPreview</name>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Classes; double-click one for another colour</source>
        <translation>Классы; двойной щелчок меняет цвет</translation>
    </message>
    <message>
        <source>Double-click a class for another colour</source>
        <translation>Двойной щелчок по классу меняет цвет</translation>
    </message>
</context>
<context>
    <name>ClassWords</name>
    <message>
        <source>other</source>
        <translation>прочее</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Quantiles: as many rows in each</source>
        <translation>Квантили: поровну строк в каждом</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>Равные интервалы</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>Естественные границы</translation>
    </message>
    <message>
        <source>Pretty breaks: round numbers</source>
        <translation>Круглые числа</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Стандартное отклонение</translation>
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
        <translation>Оттенки синего</translation>
    </message>
    <message>
        <source>Oranges</source>
        <translation>Оттенки оранжевого</translation>
    </message>
    <message>
        <source>Blue to orange</source>
        <translation>От синего к оранжевому</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Различные</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Круг</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Квадрат</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Треугольник</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Ромб</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Звезда</translation>
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
        <translation>Наоборот</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>Один цвет</translation>
    </message>
    <message>
        <source>A colour for each category</source>
        <translation>Цвет для каждой категории</translation>
    </message>
    <message>
        <source>Colours by number</source>
        <translation>Цвета по числам</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Colour ramp</source>
        <translation>Шкала цветов</translation>
    </message>
    <message>
        <source>Colouring</source>
        <translation>Раскраска</translation>
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
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>С&amp;лой</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Инструменты</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Панель инструментов</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Remove Corrections</source>
        <translation>Убрать исправления</translation>
    </message>
    <message>
        <source>Remove Correction</source>
        <translation>Убрать исправление</translation>
    </message>
    <message>
        <source>Correct &amp;Place…</source>
        <translation>Исправить &amp;место…</translation>
    </message>
    <message>
        <source>&amp;Move Marker</source>
        <translation>&amp;Передвинуть значок</translation>
    </message>
    <message>
        <source>Place by &amp;Hand…</source>
        <translation>Поставить &amp;вручную…</translation>
    </message>
    <message>
        <source>Edit L&amp;ine</source>
        <translation>Изменить &amp;линию</translation>
    </message>
    <message>
        <source>Edit &amp;Details…</source>
        <translation>Изменить сведени&amp;я…</translation>
    </message>
    <message>
        <source>&amp;Remove Corrections</source>
        <translation>&amp;Убрать исправления</translation>
    </message>
    <message>
        <source>Correct Place</source>
        <translation>Исправление места</translation>
    </message>
    <message>
        <source>Correct Place of {name}</source>
        <translation>Исправление места «{name}»</translation>
    </message>
    <message>
        <source>Edit Details</source>
        <translation>Изменение сведений</translation>
    </message>
    <message>
        <source>Planning the line…</source>
        <translation>Прокладывается линия…</translation>
    </message>
</context>
<context>
    <name>CrsDialog</name>
    <message>
        <source>Coordinate system</source>
        <translation>Система координат</translation>
    </message>
    <message>
        <source>Name, number or country: UTM 42N, 32642, Kazakhstan</source>
        <translation>Название, номер или страна: UTM 42N, 32642, Kazakhstan</translation>
    </message>
    <message>
        <source>Search for a coordinate system</source>
        <translation>Искать систему координат</translation>
    </message>
    <message>
        <source>Coordinate systems</source>
        <translation>Системы координат</translation>
    </message>
    <message>
        <source>Choose the system that the data are in.</source>
        <translation>Выберите систему, в которой даны данные.</translation>
    </message>
    <message>
        <source>Used for: {area}</source>
        <translation>Применяется для: {area}</translation>
    </message>
    <message>
        <source>In this system the data would lie nowhere on Earth.</source>
        <translation>В этой системе данные не лежали бы нигде на Земле.</translation>
    </message>
    <message>
        <source>The data would lie between {first} and {second}.</source>
        <translation>Данные лежали бы между {first} и {second}.</translation>
    </message>
    <message>
        <source>That is outside the area for which this system is made.</source>
        <translation>Это вне области, для которой создана эта система.</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Edit Details</source>
        <translation>Изменение сведений</translation>
    </message>
    <message>
        <source>For those who read the map; not from the article</source>
        <translation>Для читателей карты; не из статьи</translation>
    </message>
    <message>
        <source>Read in the article: {name} ({kind}). A name that is left empty is this one again.</source>
        <translation>Прочитано в статье: {name} ({kind}). Если оставить название пустым, вернётся это.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Вид:</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>&amp;Примечание:</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details of the project</source>
        <translation>Подробности о проекте</translation>
    </message>
    <message>
        <source>What the article says of a project stands here, where it lies and why, and what other sources add. Choose a project on the map or in the list.</source>
        <translation>Здесь стоит, что статья говорит о проекте, где он находится и почему там, и что добавляют другие источники. Выберите проект на карте или в списке.</translation>
    </message>
    <message>
        <source>Choose a project on the map or in the list to see its details.</source>
        <translation>Выберите проект на карте или в списке, чтобы увидеть подробности.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln проект</numerusform>
            <numerusform>%Ln проекта</numerusform>
            <numerusform>%Ln проектов</numerusform>
        </translation>
    </message>
    <message>
        <source>undo this correction</source>
        <translation>отменить это исправление</translation>
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
        <translation>С &amp;именами открытых файлов</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>infromap: that did not work</source>
        <translation>infromap: не получилось</translation>
    </message>
    <message>
        <source>This is a fault of infromap, not yours. Nothing was changed. Please report the details.</source>
        <translation>Это ошибка infromap, а не ваша. Ничего не изменено. Пожалуйста, сообщите подробности.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened.</source>
        <translation>
            <numerusform>Не удалось открыть %Ln файл.</numerusform>
            <numerusform>Не удалось открыть %Ln файла.</numerusform>
            <numerusform>Не удалось открыть %Ln файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>infromap: damaged files</source>
        <translation>infromap: повреждённые файлы</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of infromap are damaged. The rest works; install infromap again.</source>
        <translation>
            <numerusform>Повреждён %Ln файл infromap. Остальное работает; установите infromap заново.</numerusform>
            <numerusform>Повреждены %Ln файла infromap. Остальное работает; установите infromap заново.</numerusform>
            <numerusform>Повреждено %Ln файлов infromap. Остальное работает; установите infromap заново.</numerusform>
        </translation>
    </message>
    <message>
        <source>infromap ended without being asked to. These maps have changes that were not saved:</source>
        <translation>infromap завершился не по вашей воле. У этих карт есть несохранённые изменения:</translation>
    </message>
    <message>
        <source>&amp;Open Them</source>
        <translation>&amp;Открыть их</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Не сохранять</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>П&amp;озже</translation>
    </message>
    <message>
        <source>About infromap</source>
        <translation>О программе infromap</translation>
    </message>
    <message>
        <source>&lt;p&gt;Turns a news article about infrastructure finance into a map that can be trusted and sent on.&lt;/p&gt;&lt;p&gt;Places: GeoNames (CC BY 4.0) and sources named beside each point. Base map: Natural Earth (public domain); its borders are no statement of ours. Map library: Leaflet. Window: Qt, under the LGPL.&lt;/p&gt;&lt;p&gt;Places that you look up online: © OpenStreetMap contributors.&lt;/p&gt;&lt;p&gt;MIT licence. Nothing that you open leaves this computer, but for names that you look up online.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Превращает статью о финансировании инфраструктуры в карту, которой можно доверять и которую можно передать дальше.&lt;/p&gt;&lt;p&gt;Места: GeoNames (CC BY 4.0) и источники, названные у каждой точки. Основа карты: Natural Earth (общественное достояние); её границы не выражают нашей позиции. Библиотека карт: Leaflet. Окно: Qt по лицензии LGPL.&lt;/p&gt;&lt;p&gt;Места, найденные в сети: © участники OpenStreetMap.&lt;/p&gt;&lt;p&gt;Лицензия MIT. Ничто из открытого вами не покидает этот компьютер, кроме названий, которые вы ищете в сети.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Export a document</source>
        <translation>Экспорт документа</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Книжная</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Альбомная</translation>
    </message>
    <message>
        <source>&amp;Table of projects, with sources</source>
        <translation>&amp;Таблица проектов с источниками</translation>
    </message>
    <message>
        <source>Map &amp;part:</source>
        <translation>&amp;Часть карты:</translation>
    </message>
    <message>
        <source>Pap&amp;er:</source>
        <translation>&amp;Бумага:</translation>
    </message>
    <message>
        <source>&amp;Orientation:</source>
        <translation>&amp;Ориентация:</translation>
    </message>
</context>
<context>
    <name>ExactnessDialog</name>
    <message>
        <source>&amp;Exactly: the thing itself, to a kilometre</source>
        <translation>&amp;Точно: сам объект, с точностью до километра</translation>
    </message>
    <message>
        <source>&amp;Approximately, within</source>
        <translation>&amp;Приблизительно, в пределах</translation>
    </message>
    <message>
        <source>Kilometres within which it lies</source>
        <translation>Километры, в пределах которых он находится</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>&amp;Export As…</source>
        <translation>&amp;Экспортировать как…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Печать…</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Экспорт карты</translation>
    </message>
    <message>
        <source>Export the layer</source>
        <translation>Экспорт слоя</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>Печать карты</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Напечатано.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Рисуется…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Записано: {path}</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Веб-страница (*.html)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Документ (*.pdf)</translation>
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
        <translation>Таблица (*.csv)</translation>
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
        <translation>{path} уже существует. Заменить?</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Картинка (*.png)</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Запись {name}…</translation>
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
        <translation>вне UTM</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north, behind degrees</comment>
        <translation>с. ш.</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east, behind degrees</comment>
        <translation>в. д.</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south, behind degrees</comment>
        <translation>ю. ш.</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west, behind degrees</comment>
        <translation>з. д.</translation>
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
        <translation>Всё, что открывает infromap ({articles} {layers});;Статьи и проекты ({articles});;Файлы ГИС ({layers});;Все файлы (*)</translation>
    </message>
    <message>
        <source>Open articles, projects or GIS files</source>
        <translation>Открыть статьи, проекты или файлы ГИС</translation>
    </message>
    <message>
        <source>Tables of text ({suffixes});;All files (*)</source>
        <translation>Текстовые таблицы ({suffixes});;Все файлы (*)</translation>
    </message>
    <message>
        <source>Add a text table</source>
        <translation>Добавить текстовую таблицу</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>Открыть адрес</translation>
    </message>
    <message>
        <source>Address of an article:</source>
        <translation>Адрес статьи:</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Filter the rows of the layer</source>
        <translation>Отбор строк слоя</translation>
    </message>
    <message>
        <source>Such as: {example}</source>
        <translation>Например: {example}</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Выражение</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Double-click a column to write it into the expression</source>
        <translation>Двойной щелчок по столбцу вписывает его в выражение</translation>
    </message>
    <message>
        <source>&amp;Show All Rows</source>
        <translation>&amp;Показать все строки</translation>
    </message>
    <message numerus="yes">
        <source>All rows are shown: %Ln</source>
        <translation>
            <numerusform>Показаны все строки: %Ln</numerusform>
            <numerusform>Показаны все строки: %Ln</numerusform>
            <numerusform>Показаны все строки: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {count} rows</source>
        <comment>that a filter leaves</comment>
        <translation>Строк: {shown} из {count}</translation>
    </message>
    <message>
        <source>Text stands in &apos;single&apos; quotation marks, names of columns in &quot;double&quot; ones; % in LIKE is any text.</source>
        <translation>Текст стоит в &apos;одинарных&apos; кавычках, названия столбцов — в &quot;двойных&quot;; % в LIKE — любой текст.</translation>
    </message>
</context>
<context>
    <name>FindAnything</name>
    <message>
        <source>Find &amp;Anything…</source>
        <translation>На&amp;йти что угодно…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln строка</numerusform>
            <numerusform>%Ln строки</numerusform>
            <numerusform>%Ln строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inhabitant(s)</source>
        <translation>
            <numerusform>%Ln житель</numerusform>
            <numerusform>%Ln жителя</numerusform>
            <numerusform>%Ln жителей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find anything</source>
        <translation>Найти что угодно</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Ничто так не называется.</translation>
    </message>
    <message>
        <source>Type a few letters of a project, a place anywhere on earth, a layer, a command or a bookmark, or coordinates. Arrows choose, Enter goes there, Esc closes.</source>
        <translation>Введите несколько букв проекта, места где угодно на земле, слоя, команды или закладки или координаты. Стрелки выбирают, Enter переходит, Esc закрывает.</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координаты</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Закладки</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Места</translation>
    </message>
</context>
<context>
    <name>FindingLayers</name>
    <message>
        <source>Where is {name}?</source>
        <translation>Где {name}?</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Чтение {name}…</translation>
    </message>
    <message>
        <source>Find Missing Layers</source>
        <translation>поиск пропавших слоёв</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) of this map cannot be read. Their look and filters are kept.</source>
        <translation>
            <numerusform>Не читается %Ln слой этой карты. Его вид и отбор сохранены.</numerusform>
            <numerusform>Не читаются %Ln слоя этой карты. Их вид и отбор сохранены.</numerusform>
            <numerusform>Не читаются %Ln слоёв этой карты. Их вид и отбор сохранены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer &gt; Find Missing Layers asks where the files are now.</source>
        <translation>Слой &gt; Найти пропавшие слои спросит, где теперь файлы.</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>&amp;Go to Coordinates…</source>
        <translation>Перейти к коо&amp;рдинатам…</translation>
    </message>
    <message>
        <source>{place} (latitude first)</source>
        <translation>{place} (сначала широта)</translation>
    </message>
    <message>
        <source>{place} (longitude first)</source>
        <translation>{place} (сначала долгота)</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Go to coordinates</source>
        <translation>Перейти к координатам</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координаты</translation>
    </message>
    <message>
        <source>What is meant</source>
        <translation>Что имеется в виду</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Перейти</translation>
    </message>
    <message>
        <source>Degrees, degrees with minutes and seconds, or UTM: 43.25 N 76.95 E; 43°15′ с. ш. 76°57′ в. д.; 43T 658000 4790000</source>
        <translation>Градусы, градусы с минутами и секундами или UTM: 43.25 N 76.95 E; 43°15′ с. ш. 76°57′ в. д.; 43T 658000 4790000</translation>
    </message>
    <message>
        <source>This is no coordinate yet.</source>
        <translation>Это ещё не координаты.</translation>
    </message>
    <message>
        <source>That is:</source>
        <translation>То есть:</translation>
    </message>
    <message>
        <source>It may mean two places. Which one?</source>
        <translation>Это могут быть два места. Какое?</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>Drag the point of {name} to its place, or move it by the arrow keys, then press Enter. Esc cancels.</source>
        <translation>Перетащите точку места {name} на место или сдвиньте её стрелками, затем нажмите Enter. Esc отменяет.</translation>
    </message>
    <message>
        <source>Click where {name} is. Esc cancels.</source>
        <translation>Щёлкните там, где находится «{name}». Esc — отмена.</translation>
    </message>
    <message>
        <source>Move Marker</source>
        <translation>Перемещение значка</translation>
    </message>
    <message>
        <source>Which point shall be moved?</source>
        <translation>Какую точку переместить?</translation>
    </message>
    <message>
        <source>How exactly do you know where {name} is?</source>
        <translation>Насколько точно вы знаете, где находится «{name}»?</translation>
    </message>
    <message>
        <source>Place by Hand</source>
        <translation>Постановка вручную</translation>
    </message>
    <message>
        <source>How exactly do you know the points that you moved or added to {name}?</source>
        <translation>Насколько точно вы знаете точки линии «{name}», которые переместили или добавили?</translation>
    </message>
    <message>
        <source>Edit Line</source>
        <translation>Изменение линии</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Руководство</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Сочетания клавиш…</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Журнал…</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics…</source>
        <translation>Копировать &amp;диагностику…</translation>
    </message>
    <message>
        <source>&amp;About infromap</source>
        <translation>&amp;О программе</translation>
    </message>
</context>
<context>
    <name>LayerChoiceDialog</name>
    <message>
        <source>Choose layers</source>
        <translation>Выбор слоёв</translation>
    </message>
    <message numerus="yes">
        <source>{name} has %Ln layer(s). Which are to be opened?</source>
        <translation>
            <numerusform>В {name} %Ln слой. Открыть его?</numerusform>
            <numerusform>В {name} %Ln слоя. Какие открыть?</numerusform>
            <numerusform>В {name} %Ln слоёв. Какие открыть?</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers of the file</source>
        <translation>Слои файла</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Геометрия</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Все</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Ни одного</translation>
    </message>
</context>
<context>
    <name>LayerFiles</name>
    <message>
        <source>Looking into {name}…</source>
        <translation>Просмотр {name}…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Чтение {name}…</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>добавление {name}</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln layer(s)</source>
        <translation>
            <numerusform>добавление %Ln слоя</numerusform>
            <numerusform>добавление %Ln слоёв</numerusform>
            <numerusform>добавление %Ln слоёв</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} does not say its coordinate system. Which one is it in?</source>
        <translation>{name} не указывает свою систему координат. Какая она?</translation>
    </message>
</context>
<context>
    <name>LayerProperties</name>
    <message>
        <source>Properties of the layer</source>
        <translation>Свойства слоя</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>{name}: pasted, kept in the project file</source>
        <translation>{name}: вставлено, хранится в файле проекта</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Layer in the file</source>
        <translation>Слой в файле</translation>
    </message>
    <message>
        <source>Date of the file</source>
        <translation>Дата файла</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Система координат</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Отбор</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>К сведению</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Columns of the layer</source>
        <translation>Столбцы слоя</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>да или нет</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
</context>
<context>
    <name>Layering</name>
    <message>
        <source>Show the Projects</source>
        <translation>показ проектов</translation>
    </message>
    <message>
        <source>Hide the Projects</source>
        <translation>скрытие проектов</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>показ {name}</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>скрытие {name}</translation>
    </message>
    <message>
        <source>Reorder Layers</source>
        <translation>смену порядка слоёв</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>переименование {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>удаление {name}</translation>
    </message>
    <message>
        <source>No row of this layer has a place on the map.</source>
        <translation>Ни у одной строки этого слоя нет места на карте.</translation>
    </message>
    <message>
        <source>Restyle {name}</source>
        <translation>смену стиля {name}</translation>
    </message>
    <message>
        <source>Filter {name}</source>
        <translation>отбор {name}</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>собственная</translation>
    </message>
    <message>
        <source>built-in, instead of {name}</source>
        <comment>tiles that cannot be shown now</comment>
        <translation>собственная, вместо {name}</translation>
    </message>
    <message>
        <source>&amp;Style…</source>
        <translation>&amp;Стиль…</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>От&amp;бор…</translation>
    </message>
    <message>
        <source>&amp;Zoom to Layer</source>
        <translation>&amp;Показать слой</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Вв&amp;ерх</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>В&amp;низ</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Переи&amp;меновать</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>F&amp;ind Missing Layers…</source>
        <translation>Найти пропавшие с&amp;лои…</translation>
    </message>
    <message>
        <source>E&amp;xport As…</source>
        <translation>&amp;Экспортировать как…</translation>
    </message>
    <message>
        <source>&amp;Attribute Table</source>
        <translation>Таблица &amp;атрибутов</translation>
    </message>
    <message>
        <source>&amp;Properties</source>
        <translation>Сво&amp;йства</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers, from top to bottom</source>
        <translation>Слои, сверху вниз</translation>
    </message>
    <message>
        <source>No layers yet. Open a GIS file, or drop one on the window: it comes onto the map.</source>
        <translation>Слоёв пока нет. Откройте файл ГИС или перетащите его в окно: он ляжет на карту.</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>{name}: file not found</source>
        <translation>{name}: файл не найден</translation>
    </message>
    <message>
        <source>Base map: {name}</source>
        <translation>Основа карты: {name}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>из {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln строка</numerusform>
            <numerusform>%Ln строки</numerusform>
            <numerusform>%Ln строк</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>filtered: {expression}</source>
        <translation>отбор: {expression}</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log of this session</source>
        <translation>Журнал этого сеанса</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Предупреждения и ошибки</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Только ошибки</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Показать:</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Nothing of this kind was logged.</source>
        <translation>Такого в журнале нет.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>LookingUp</name>
    <message>
        <source>&amp;Look Up Places Online…</source>
        <translation>&amp;Найти места в сети…</translation>
    </message>
    <message>
        <source>infromap is offline; Tools &gt; Work Online changes that</source>
        <translation>infromap работает без сети; это меняет Инструменты &gt; Работать в сети</translation>
    </message>
    <message>
        <source>The gazetteer knows every place of this article</source>
        <translation>Справочник знает все места этой статьи</translation>
    </message>
    <message>
        <source>Ask an online geocoder for the places that the gazetteer does not know</source>
        <translation>Спросить онлайн-геокодер о местах, которых нет в справочнике</translation>
    </message>
</context>
<context>
    <name>Lookup</name>
    <message>
        <source> and {count} more</source>
        <translation> и ещё {count}</translation>
    </message>
    <message>
        <source>Look these places up at {host}?</source>
        <translation>Найти эти места через {host}?</translation>
    </message>
    <message>
        <source>{names}{more}

Only these names and the country&apos;s code are sent, one a second at most; answers are kept on this computer. Places found are © OpenStreetMap contributors.</source>
        <translation>{names}{more}

Отправляются только эти названия и код страны, не чаще одного в секунду; ответы хранятся на этом компьютере. Найденные места — © участники OpenStreetMap.</translation>
    </message>
    <message>
        <source>&amp;Look Up</source>
        <translation>&amp;Найти</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Written: {path}</source>
        <translation>Записано: {path}</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>&amp;Закрыть окно</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Filter Projects</source>
        <translation>&amp;Отобрать проекты</translation>
    </message>
    <message>
        <source>&amp;Clear Selection</source>
        <translation>&amp;Снять выбор</translation>
    </message>
    <message>
        <source>Zoom to &amp;All</source>
        <translation>Показать &amp;все</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Zoom to &amp;Selection</source>
        <translation>Показать в&amp;ыбранное</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Выбранное</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Во весь &amp;экран</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>Attribute Table</source>
        <translation>Таблица атрибутов</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Как было открыто</translation>
    </message>
    <message>
        <source>Steps that can be undone</source>
        <translation>Шаги, которые можно отменить</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>infromap Manual</source>
        <translation>Руководство infromap</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Искать в руководстве</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Headings of the manual</source>
        <translation>Заголовки руководства</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} из {all}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
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
        <translation>Всего</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>Отрезки</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Отрезок</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>От начала</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy the legs and the total as a table</source>
        <translation>Копировать отрезки и итог таблицей</translation>
    </message>
    <message>
        <source>Hectares or km²</source>
        <translation>Гектары или км²</translation>
    </message>
    <message>
        <source>Metres or kilometres</source>
        <translation>Метры или километры</translation>
    </message>
    <message>
        <source>Click on the map where it begins.</source>
        <translation>Щёлкните на карте, где начать.</translation>
    </message>
    <message>
        <source>Outline: {length}</source>
        <translation>Контур: {length}</translation>
    </message>
    <message>
        <source>To the pointer: {length}</source>
        <translation>До указателя: {length}</translation>
    </message>
    <message>
        <source>The outline crosses itself: parts of the area count against each other.</source>
        <translation>Контур пересекает сам себя: части площади вычитаются друг из друга.</translation>
    </message>
    <message>
        <source>Measured on the ellipsoid (WGS 84).</source>
        <translation>Измерено по эллипсоиду (WGS 84).</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>Measure</source>
        <translation>Измерение</translation>
    </message>
    <message>
        <source>&amp;Measure Length</source>
        <translation>Измерить &amp;длину</translation>
    </message>
    <message>
        <source>Measure &amp;Area</source>
        <translation>Измерить &amp;площадь</translation>
    </message>
    <message>
        <source>Copied: the measurement as a table</source>
        <translation>Скопировано: измерение таблицей</translation>
    </message>
    <message>
        <source>Click from point to point. Double click or Enter ends, Esc puts the tool away.</source>
        <translation>Щёлкайте от точки к точке. Двойной щелчок или Enter завершает, Esc убирает инструмент.</translation>
    </message>
    <message>
        <source>&amp;Measure from Here</source>
        <translation>&amp;Измерить отсюда</translation>
    </message>
</context>
<context>
    <name>NetworkSwitch</name>
    <message>
        <source>&amp;Work Online</source>
        <translation>&amp;Работать в сети</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Работа в сети</translation>
    </message>
    <message>
        <source>Let infromap ask the network until it is switched off or closed?</source>
        <translation>Разрешить infromap обращаться к сети, пока вы не выключите это или не закроете его?</translation>
    </message>
    <message>
        <source>&amp;Go Online</source>
        <translation>&amp;Выйти в сеть</translation>
    </message>
    <message>
        <source>&amp;Stay Offline</source>
        <translation>&amp;Остаться без сети</translation>
    </message>
    <message>
        <source>It then fetches addresses that you open and, after asking you, looks up names of places.</source>
        <translation>Тогда он загружает адреса, которые вы открываете, и, спросив вас, ищет названия мест.</translation>
    </message>
    <message>
        <source>Online tiles, where you choose some, tell their server which part of the world you look at.</source>
        <translation>Онлайн-тайлы, если вы их выберете, сообщают своему серверу, какую часть мира вы смотрите.</translation>
    </message>
    <message>
        <source>This map will show tiles of {name}.</source>
        <translation>Эта карта покажет тайлы {name}.</translation>
    </message>
    <message>
        <source>Names of places in articles that you open will go to {host}.</source>
        <translation>Названия мест из открытых вами статей отправятся на {host}.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>В сети</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Без сети</translation>
    </message>
    <message>
        <source>The network is asked for addresses, tiles and places that you want; click to stop that at once</source>
        <translation>Сеть запрашивается для адресов, тайлов и мест, которые вам нужны; щёлкните, чтобы сразу это прекратить</translation>
    </message>
    <message>
        <source>infromap asks nothing of the network; click to let it</source>
        <translation>infromap ничего не запрашивает из сети; щёлкните, чтобы разрешить</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>clipboard</source>
        <translation>буфер обмена</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>буфера обмена</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>&amp;Новое окно</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>New from Clip&amp;board</source>
        <translation>Создать из &amp;буфера обмена</translation>
    </message>
    <message>
        <source>Add Text &amp;Table…</source>
        <translation>Добавить &amp;текстовую таблицу…</translation>
    </message>
    <message>
        <source>Open &amp;Address…</source>
        <translation>Открыть &amp;адрес…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Чтение {name}…</translation>
    </message>
    <message>
        <source>infromap is offline; Tools &gt; Work Online changes that</source>
        <translation>infromap работает без сети; это меняет Инструменты &gt; Работать в сети</translation>
    </message>
    <message>
        <source>Open the article of a web address</source>
        <translation>Открыть статью по веб-адресу</translation>
    </message>
</context>
<context>
    <name>PanelKeys</name>
    <message>
        <source>Go to &amp;Panel</source>
        <translation>Перейти к &amp;панели</translation>
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
        <translation>Готово</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Point {number} of {count}</source>
        <translation>Точка {number} из {count}</translation>
    </message>
    <message>
        <source>Click where it is. Esc cancels.</source>
        <translation>Щёлкните там, где это. Esc отменяет.</translation>
    </message>
    <message>
        <source>Click to add points, drag to move them. Enter or double click ends, Backspace goes back.</source>
        <translation>Щелчок добавляет точку, перетаскивание двигает её. Enter или двойной щелчок завершает, Backspace — шаг назад.</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Export a picture</source>
        <translation>Экспорт рисунка</translation>
    </message>
    <message>
        <source>&amp;Title and source</source>
        <translation>&amp;Заголовок и источник</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Условные знаки</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>&amp;Масштабная линейка</translation>
    </message>
    <message>
        <source>Map &amp;part:</source>
        <translation>&amp;Часть карты:</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>&amp;Ширина:</translation>
    </message>
    <message>
        <source>&amp;Height:</source>
        <translation>&amp;Высота:</translation>
    </message>
    <message>
        <source>&amp;Scale:</source>
        <translation>М&amp;ножитель:</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
    <message>
        <source>The file has {width} × {height} pixels.</source>
        <translation>В файле {width} × {height} пикселей.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels are more than can be drawn.</source>
        <translation>{width} × {height} пикселей нарисовать нельзя: слишком много.</translation>
    </message>
    <message>
        <source>So large a picture asks the server for too many tiles; leave them out.</source>
        <translation>Для такого большого рисунка пришлось бы просить у сервера слишком много тайлов; уберите их.</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>Name to be placed</source>
        <translation>Название, которому нужно место</translation>
    </message>
    <message>
        <source>Look for another name in the gazetteer</source>
        <translation>Искать другое название в справочнике</translation>
    </message>
    <message>
        <source>Another name to look for</source>
        <translation>Другое название для поиска</translation>
    </message>
    <message>
        <source>&amp;Use This Place</source>
        <translation>&amp;Выбрать это место</translation>
    </message>
    <message>
        <source>&amp;None of These</source>
        <translation>&amp;Ни одно из них</translation>
    </message>
    <message>
        <source>&amp;Set on the Map…</source>
        <translation>&amp;Указать на карте…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>Жителей</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>From the nearest other place of the project</source>
        <translation>От ближайшего другого места проекта</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Кандидаты</translation>
    </message>
    <message>
        <source>Choose a project to correct its places.</source>
        <translation>Выберите проект, чтобы исправить его места.</translation>
    </message>
    <message>
        <source>The article names no place of this project. Place it by hand (Edit menu).</source>
        <translation>Статья не называет места этого проекта. Поставьте его вручную (меню «Правка»).</translation>
    </message>
    <message>
        <source>The gazetteer knows no place called {name}.</source>
        <translation>В справочнике нет места с названием «{name}».</translation>
    </message>
    <message>
        <source>{name} has no place on the map.</source>
        <translation>«{name}» не имеет места на карте.</translation>
    </message>
    <message>
        <source>{name} is taken for {place} ({source}).</source>
        <translation>«{name}» — это {place} ({source}).</translation>
    </message>
    <message>
        <source>city</source>
        <translation>город</translation>
    </message>
    <message>
        <source>town</source>
        <translation>небольшой город</translation>
    </message>
    <message>
        <source>village</source>
        <translation>село</translation>
    </message>
    <message>
        <source>station</source>
        <translation>станция</translation>
    </message>
    <message>
        <source>region</source>
        <translation>регион</translation>
    </message>
    <message>
        <source>country</source>
        <translation>страна</translation>
    </message>
    <message>
        <source>point</source>
        <translation>точка</translation>
    </message>
</context>
<context>
    <name>Position</name>
    <message>
        <source>Coordinates under the pointer</source>
        <translation>Координаты под указателем</translation>
    </message>
    <message>
        <source>Coordinates under the pointer; click for degrees, minutes, or UTM</source>
        <translation>Координаты под указателем; щелчок: градусы, минуты или UTM</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Scale in the middle of the map</source>
        <translation>Масштаб в середине карты</translation>
    </message>
    <message>
        <source>C&amp;opy Coordinates</source>
        <translation>&amp;Копировать координаты</translation>
    </message>
    <message>
        <source>Copy Coordinates as &amp;Lon, Lat</source>
        <translation>Копировать координаты: &amp;долгота, широта</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Скопировано: {text}</translation>
    </message>
    <message>
        <source>Copy &amp;Text</source>
        <translation>Копировать &amp;текст</translation>
    </message>
    <message>
        <source>&amp;Copy {place}</source>
        <translation>&amp;Копировать {place}</translation>
    </message>
    <message>
        <source>Copy {place} (&amp;lon, lat)</source>
        <translation>Копировать {place} (&amp;долгота, широта)</translation>
    </message>
</context>
<context>
    <name>Preferring</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>О&amp;формление</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлое</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>La&amp;rger Text</source>
        <translation>&amp;Крупнее текст</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>&amp;Мельче текст</translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation>&amp;Обычный текст</translation>
    </message>
</context>
<context>
    <name>ProjectsPanel</name>
    <message>
        <source>Filter projects</source>
        <translation>Отобрать проекты</translation>
    </message>
    <message>
        <source>In the order of the text</source>
        <translation>В порядке текста</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По названию</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>По виду</translation>
    </message>
    <message>
        <source>By amount, largest first</source>
        <translation>По сумме, сначала большие</translation>
    </message>
    <message>
        <source>Sums of different currencies are not compared; the currency that comes most often stands first.</source>
        <translation>Суммы в разных валютах не сравниваются; первой стоит самая частая валюта.</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} из {all}</translation>
    </message>
    <message>
        <source>The projects of an article stand here: those on the map, and those that the article does not locate. Open an article with Ctrl+O, or drop its file here.</source>
        <translation>Здесь стоят проекты статьи: те, что на карте, и те, чьего места статья не указывает. Откройте статью клавишами Ctrl+O или перетащите её файл сюда.</translation>
    </message>
    <message>
        <source>Order of the projects</source>
        <translation>Порядок проектов</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>На карте</translation>
    </message>
    <message>
        <source>Not located</source>
        <translation>Место неизвестно</translation>
    </message>
    <message>
        <source>This map has layers and no projects.</source>
        <translation>На этой карте есть слои, но нет проектов.</translation>
    </message>
    <message>
        <source>No project was found in this text.</source>
        <translation>В этом тексте проекты не найдены.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Папка:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Тип файлов:</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>На&amp;бор страниц:</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Открыть н&amp;едавние</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Пока ничего</translation>
    </message>
    <message>
        <source>{path} is not there any more. Take it off the list?</source>
        <translation>Файла {path} больше нет. Убрать его из списка?</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Copy &amp;Rows</source>
        <translation>Копировать &amp;строки</translation>
    </message>
    <message>
        <source>Copy &amp;Cell</source>
        <translation>Копировать &amp;ячейку</translation>
    </message>
    <message>
        <source>Copy as &amp;GeoJSON</source>
        <translation>Копировать как &amp;GeoJSON</translation>
    </message>
    <message>
        <source>&amp;Zoom to Rows</source>
        <translation>&amp;Показать строки на карте</translation>
    </message>
    <message>
        <source>&amp;Export Rows…</source>
        <translation>&amp;Экспорт строк…</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>&amp;Statistics</source>
        <translation>С&amp;татистика</translation>
    </message>
    <message>
        <source>&amp;Hide Column</source>
        <translation>С&amp;крыть столбец</translation>
    </message>
    <message>
        <source>Show &amp;All Columns</source>
        <translation>Показать &amp;все столбцы</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>&amp;Save Project</source>
        <translation>&amp;Сохранить проект</translation>
    </message>
    <message>
        <source>Sa&amp;ve Project As…</source>
        <translation>Сохранить проект &amp;как…</translation>
    </message>
    <message>
        <source>infromap project (*{suffix})</source>
        <translation>Проект infromap (*{suffix})</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Сохранить проект</translation>
    </message>
    <message>
        <source>Written: {path}, without {names}, which are of no file; export them to keep them.</source>
        <translation>Записано: {path}, без {names}: они не из файлов; чтобы сохранить их, экспортируйте.</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Запись {name}…</translation>
    </message>
    <message>
        <source>Save the changes to this map before it is closed?</source>
        <translation>Сохранить изменения этой карты, прежде чем она закроется?</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>Иначе они пропадут.</translation>
    </message>
    <message>
        <source>Changes are not kept for the case of a crash; save the project. {reason}</source>
        <translation>Изменения не сохраняются на случай сбоя; сохраните проект. {reason}</translation>
    </message>
    <message>
        <source>{path} is open in another window of infromap. This is a copy: it is saved to another file.</source>
        <translation>{path} открыт в другом окне infromap. Это копия: она сохранится в другой файл.</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>These rows have no place on the map.</source>
        <translation>У этих строк нет места на карте.</translation>
    </message>
    <message>
        <source>Too many rows are chosen to mark them all on the map; Zoom to Rows shows where they lie.</source>
        <translation>Выбрано слишком много строк, чтобы отметить на карте все; «Показать строки на карте» покажет, где они.</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Рисуется…</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Искать команды и клавиши</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Команды и их клавиши</translation>
    </message>
    <message>
        <source>Keys of the chosen command</source>
        <translation>Клавиши выбранной команды</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Назначить</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>&amp;Сбросить</translation>
    </message>
    <message>
        <source>Reset A&amp;ll</source>
        <translation>Сбросить &amp;все</translation>
    </message>
    <message>
        <source>&amp;Press the new keys:</source>
        <translation>Нажмите новые &amp;клавиши:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>{keys} is needed for writing in text fields.</source>
        <translation>{keys} нужно, чтобы писать в текстовых полях.</translation>
    </message>
    <message>
        <source>{keys} belongs to “{command}”, which will lose it.</source>
        <translation>{keys} сейчас у команды «{command}»; она их потеряет.</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Drawing the map…</source>
        <translation>Карта рисуется…</translation>
    </message>
    <message>
        <source>Projects: {all}, on the map: {located}</source>
        <translation>Проектов: {all}, на карте: {located}</translation>
    </message>
    <message>
        <source>layers: {layers}, rows: {rows}</source>
        <translation>слоёв: {layers}, строк: {rows}</translation>
    </message>
</context>
<context>
    <name>SignFields</name>
    <message>
        <source>all alike</source>
        <translation>все одинаково</translation>
    </message>
    <message>
        <source>by how close they lie</source>
        <translation>по тому, как близко они лежат</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Shape of points</source>
        <translation>Форма точек</translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation>Размер точек</translation>
    </message>
    <message>
        <source>Radius, from least to greatest</source>
        <translation>Радиус, от меньшего к большему</translation>
    </message>
    <message>
        <source>Radius of points</source>
        <translation>Радиус точек</translation>
    </message>
    <message>
        <source>Width of lines and outlines</source>
        <translation>Толщина линий и контуров</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Непрозрачность</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Подписи</translation>
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
        <translation>Недавние</translation>
    </message>
    <message>
        <source>From an article about infrastructure finance to a map that can be trusted.</source>
        <translation>От статьи о финансировании инфраструктуры — к карте, которой можно доверять.</translation>
    </message>
    <message>
        <source>Open the bundled brief</source>
        <translation>Открыть прилагаемую заметку</translation>
    </message>
    <message>
        <source>AIIB in Kazakhstan, 9 February 2026</source>
        <translation>АБИИ в Казахстане, 9 февраля 2026 г.</translation>
    </message>
    <message>
        <source>Or drop files here: articles, projects, GIS files.</source>
        <translation>Или перетащите сюда файлы: статьи, проекты, файлы ГИС.</translation>
    </message>
</context>
<context>
    <name>StatisticsPanel</name>
    <message>
        <source>Statistics of a column</source>
        <translation>Статистика столбца</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значений</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Пустых</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Разных значений</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Наименьшее</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Наибольшее</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Стандартное отклонение</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Самые частые</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Сколько раз</translation>
    </message>
</context>
<context>
    <name>StyleDialog</name>
    <message>
        <source>Style of the layer</source>
        <translation>Стиль слоя</translation>
    </message>
    <message>
        <source>Colour of the layer</source>
        <translation>Цвет слоя</translation>
    </message>
    <message>
        <source>Colour of the class</source>
        <translation>Цвет класса</translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>Column to filter by</source>
        <translation>Столбец для отбора</translation>
    </message>
    <message>
        <source>Filter rows: text, &gt;5, &lt;=2026-02</source>
        <translation>Отобрать строки: текст, &gt;5, &lt;=2026-02</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Отобрать строки</translation>
    </message>
    <message>
        <source>Chosen Only</source>
        <translation>Только выбранные</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Все столбцы</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln строка</numerusform>
            <numerusform>%Ln строки</numerusform>
            <numerusform>%Ln строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {all} row(s)</source>
        <translation>
            <numerusform>%Ln строка из {all}</numerusform>
            <numerusform>%Ln строки из {all}</numerusform>
            <numerusform>%Ln строк из {all}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>выбрана %Ln</numerusform>
            <numerusform>выбраны %Ln</numerusform>
            <numerusform>выбрано %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Add a text table: {name}</source>
        <translation>Добавить текстовую таблицу: {name}</translation>
    </message>
    <message>
        <source>The first row holds the &amp;names of the columns</source>
        <translation>В первой строке — &amp;названия столбцов</translation>
    </message>
    <message>
        <source>Decimal &amp;comma (53,28)</source>
        <translation>Десятичная &amp;запятая (53,28)</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Что стоит первым</translation>
    </message>
    <message>
        <source>Exchan&amp;ge</source>
        <translation>&amp;Поменять</translation>
    </message>
    <message>
        <source>Take longitude for latitude, and latitude for longitude</source>
        <translation>Принять долготу за широту, а широту за долготу</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Первые строки</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Кодировка:</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation>&amp;Разделитель:</translation>
    </message>
    <message>
        <source>Longitude, &amp;X:</source>
        <translation>Долгота, &amp;X:</translation>
    </message>
    <message>
        <source>Latitude, &amp;Y:</source>
        <translation>Широта, &amp;Y:</translation>
    </message>
    <message>
        <source>or &amp;both in one:</source>
        <translation>или о&amp;бе в одном:</translation>
    </message>
    <message>
        <source>or &amp;WKT:</source>
        <translation>или &amp;WKT:</translation>
    </message>
    <message>
        <source>Coordinate sys&amp;tem:</source>
        <translation>С&amp;истема координат:</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>вертикальная черта</translation>
    </message>
    <message>
        <source>latitude first</source>
        <translation>сначала широта</translation>
    </message>
    <message>
        <source>longitude first</source>
        <translation>сначала долгота</translation>
    </message>
    <message>
        <source>longitude and latitude (EPSG:4326)</source>
        <translation>долгота и широта (EPSG:4326)</translation>
    </message>
    <message>
        <source>Choose the columns of longitude and latitude, a column that holds both, or a column of WKT.</source>
        <translation>Выберите столбцы долготы и широты, столбец с обеими или столбец WKT.</translation>
    </message>
    <message>
        <source>A column that holds both is chosen below, as both in one.</source>
        <translation>Столбец с обеими выбирают ниже: «обе в одном».</translation>
    </message>
    <message>
        <source>With latitude and longitude exchanged these points would lie near what the map shows.</source>
        <translation>Если поменять местами широту и долготу, эти точки окажутся рядом с тем, что показано на карте.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are shown as they would be read.</source>
        <translation>
            <numerusform>Показана %Ln строка, как она была бы прочитана.</numerusform>
            <numerusform>Показаны %Ln строки, как они были бы прочитаны.</numerusform>
            <numerusform>Показано %Ln строк, как они были бы прочитаны.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first rows hold no coordinates in these columns.</source>
        <translation>В этих столбцах первых строк нет координат.</translation>
    </message>
    <message>
        <source>Latitudes beyond 90: latitude and longitude seem to be exchanged.</source>
        <translation>Широты больше 90: похоже, широта и долгота перепутаны.</translation>
    </message>
    <message>
        <source>These numbers are no places on Earth in this coordinate system; choose another one.</source>
        <translation>В этой системе координат эти числа — не места на Земле; выберите другую.</translation>
    </message>
    <message>
        <source>In which coordinate system are the numbers of {name}?</source>
        <translation>В какой системе координат числа в {name}?</translation>
    </message>
</context>
<context>
    <name>_DrawingDialog</name>
    <message>
        <source>What the window shows</source>
        <translation>То, что видно в окне</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>Вся карта</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Tiles of {name}</source>
        <translation>Тайлы {name}</translation>
    </message>
    <message>
        <source>They are asked of a server, and infromap is offline: the built-in map is drawn.</source>
        <translation>Их даёт сервер, а infromap работает без сети: рисуется встроенная карта.</translation>
    </message>
    <message>
        <source>They are asked of their server once more, and their credit stands on the map: {credit}. Whether it may be published is said in the server&apos;s terms.</source>
        <translation>Они запрашиваются у сервера ещё раз, и на карте указано, чьи они: {credit}. Можно ли её публиковать, сказано в условиях сервера.</translation>
    </message>
</context>
</TS>
