<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>ArticlePanel</name>
    <message>
        <source>Text of the article</source>
        <translation>文章正文</translation>
    </message>
    <message>
        <source>The text of the article stands here, with every fact marked: a click on one chooses its project. Open an article with Ctrl+O, or drop its file here.</source>
        <translation>这里是文章正文，每条事实都有标记：点击它就选中相应的项目。按 Ctrl+O 打开文章，或把文件拖到这里。</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>The row that was chosen is not among those shown.</source>
        <translation>选中的行不在显示的行中。</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>正在排序…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>The projects of an article and the rows of layers stand here, to be sorted, searched and copied. Open an article or a GIS file with Ctrl+O, or drop its file here.</source>
        <translation>这里列出文章的项目和图层的各行，可以排序、搜索和复制。按 Ctrl+O 打开文章或 GIS 文件，或把文件拖到这里。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>BaseMaps</name>
    <message>
        <source>Change the Base Map</source>
        <translation>更换底图</translation>
    </message>
    <message>
        <source>Layer &gt; Base Map lays tiles over the built-in map.</source>
        <translation>图层 &gt; 底图 可在内置地图上叠加瓦片。</translation>
    </message>
    <message>
        <source>Opacity of the tiles</source>
        <translation>瓦片不透明度</translation>
    </message>
    <message>
        <source>Opacity of the tiles, in percent:</source>
        <translation>瓦片不透明度（百分比）：</translation>
    </message>
    <message>
        <source>Tiles ({suffixes})</source>
        <translation>瓦片 ({suffixes})</translation>
    </message>
    <message>
        <source>Add a file of tiles</source>
        <translation>添加瓦片文件</translation>
    </message>
    <message>
        <source>&amp;Base Map</source>
        <translation>底图(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Built-in Map Alone</source>
        <translation>仅内置地图(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Opacity…</source>
        <translation>不透明度(&amp;O)…</translation>
    </message>
    <message>
        <source>Add &amp;Tile File…</source>
        <translation>添加瓦片文件(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>书签(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Add Bookmark…</source>
        <translation>添加书签(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Manage Bookmarks…</source>
        <translation>管理书签(&amp;M)…</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>添加书签</translation>
    </message>
    <message>
        <source>Rename bookmark</source>
        <translation>重命名书签</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>删除书签</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Add &amp;Bookmark Here…</source>
        <translation>在此添加书签(&amp;B)…</translation>
    </message>
</context>
<context>
    <name>BookmarksDialog</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
</context>
<context>
    <name>BusyIndicator</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ClassPreview</name>
    <message>
        <source>Class</source>
        <translation>级</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Classes; double-click one for another colour</source>
        <translation>分级；双击可换颜色</translation>
    </message>
    <message>
        <source>Double-click a class for another colour</source>
        <translation>双击某级可换颜色</translation>
    </message>
</context>
<context>
    <name>ClassWords</name>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Quantiles: as many rows in each</source>
        <translation>分位数：每级行数相同</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>等间距</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然断点</translation>
    </message>
    <message>
        <source>Pretty breaks: round numbers</source>
        <translation>整齐断点：取整数</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
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
        <translation>蓝色系</translation>
    </message>
    <message>
        <source>Oranges</source>
        <translation>橙色系</translation>
    </message>
    <message>
        <source>Blue to orange</source>
        <translation>蓝到橙</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>区分色</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>菱形</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星形</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>十字形</translation>
    </message>
</context>
<context>
    <name>ColourFields</name>
    <message>
        <source>Reversed</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>单一颜色</translation>
    </message>
    <message>
        <source>A colour for each category</source>
        <translation>每个类别一种颜色</translation>
    </message>
    <message>
        <source>Colours by number</source>
        <translation>按数值着色</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Colour ramp</source>
        <translation>色带</translation>
    </message>
    <message>
        <source>Colouring</source>
        <translation>着色</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Remove Corrections</source>
        <translation>去掉更正</translation>
    </message>
    <message>
        <source>Remove Correction</source>
        <translation>去掉一项更正</translation>
    </message>
    <message>
        <source>Correct &amp;Place…</source>
        <translation>更正地点(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Move Marker</source>
        <translation>移动标记(&amp;M)</translation>
    </message>
    <message>
        <source>Place by &amp;Hand…</source>
        <translation>手动放置(&amp;H)…</translation>
    </message>
    <message>
        <source>Edit L&amp;ine</source>
        <translation>编辑线(&amp;I)</translation>
    </message>
    <message>
        <source>Edit &amp;Details…</source>
        <translation>编辑详情(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove Corrections</source>
        <translation>去掉更正(&amp;R)</translation>
    </message>
    <message>
        <source>Correct Place</source>
        <translation>更正地点</translation>
    </message>
    <message>
        <source>Correct Place of {name}</source>
        <translation>更正“{name}”的地点</translation>
    </message>
    <message>
        <source>Edit Details</source>
        <translation>编辑详情</translation>
    </message>
    <message>
        <source>Planning the line…</source>
        <translation>正在规划线路…</translation>
    </message>
</context>
<context>
    <name>CrsDialog</name>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Name, number or country: UTM 42N, 32642, Kazakhstan</source>
        <translation>名称、编号或国家：UTM 42N、32642、Kazakhstan</translation>
    </message>
    <message>
        <source>Search for a coordinate system</source>
        <translation>搜索坐标系</translation>
    </message>
    <message>
        <source>Coordinate systems</source>
        <translation>坐标系列表</translation>
    </message>
    <message>
        <source>Choose the system that the data are in.</source>
        <translation>选择数据所用的坐标系。</translation>
    </message>
    <message>
        <source>Used for: {area}</source>
        <translation>适用于：{area}</translation>
    </message>
    <message>
        <source>In this system the data would lie nowhere on Earth.</source>
        <translation>在此坐标系中数据不在地球上任何地方。</translation>
    </message>
    <message>
        <source>The data would lie between {first} and {second}.</source>
        <translation>数据将位于 {first} 与 {second} 之间。</translation>
    </message>
    <message>
        <source>That is outside the area for which this system is made.</source>
        <translation>这超出了该坐标系的适用范围。</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Edit Details</source>
        <translation>编辑详情</translation>
    </message>
    <message>
        <source>For those who read the map; not from the article</source>
        <translation>供地图读者阅读；并非出自文章</translation>
    </message>
    <message>
        <source>Read in the article: {name} ({kind}). A name that is left empty is this one again.</source>
        <translation>从文章读出：{name}（{kind}）。名称留空即恢复此名。</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>备注(&amp;O)：</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details of the project</source>
        <translation>项目详情</translation>
    </message>
    <message>
        <source>What the article says of a project stands here, where it lies and why, and what other sources add. Choose a project on the map or in the list.</source>
        <translation>这里列出文章对项目的说法、它在哪里和为什么，以及其他来源的补充。请在地图上或列表中选择一个项目。</translation>
    </message>
    <message>
        <source>Choose a project on the map or in the list to see its details.</source>
        <translation>在地图上或列表中选择一个项目以查看详情。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln 个项目</numerusform>
        </translation>
    </message>
    <message>
        <source>undo this correction</source>
        <translation>撤销此更正</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>With the &amp;names of the open files</source>
        <translation>包括打开的文件名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>infromap: that did not work</source>
        <translation>infromap：未能完成</translation>
    </message>
    <message>
        <source>This is a fault of infromap, not yours. Nothing was changed. Please report the details.</source>
        <translation>这是 infromap 的故障，不是您的错。没有任何改动。请报告详细信息。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened.</source>
        <translation>
            <numerusform>有 %Ln 个文件无法打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>infromap: damaged files</source>
        <translation>infromap：文件损坏</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of infromap are damaged. The rest works; install infromap again.</source>
        <translation>
            <numerusform>infromap 有 %Ln 个文件损坏。其余功能正常；请重新安装 infromap。</numerusform>
        </translation>
    </message>
    <message>
        <source>infromap ended without being asked to. These maps have changes that were not saved:</source>
        <translation>infromap 意外退出。以下地图有未保存的更改：</translation>
    </message>
    <message>
        <source>&amp;Open Them</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后(&amp;L)</translation>
    </message>
    <message>
        <source>About infromap</source>
        <translation>关于 infromap</translation>
    </message>
    <message>
        <source>&lt;p&gt;Turns a news article about infrastructure finance into a map that can be trusted and sent on.&lt;/p&gt;&lt;p&gt;Places: GeoNames (CC BY 4.0) and sources named beside each point. Base map: Natural Earth (public domain); its borders are no statement of ours. Map library: Leaflet. Window: Qt, under the LGPL.&lt;/p&gt;&lt;p&gt;Places that you look up online: © OpenStreetMap contributors.&lt;/p&gt;&lt;p&gt;MIT licence. Nothing that you open leaves this computer, but for names that you look up online.&lt;/p&gt;</source>
        <translation>&lt;p&gt;把有关基础设施融资的新闻文章变成可信赖、可转发的地图。&lt;/p&gt;&lt;p&gt;地点：GeoNames（CC BY 4.0）以及每个点旁注明的来源。底图：Natural Earth（公有领域）；其中的边界不代表我们的立场。地图库：Leaflet。窗口：Qt，遵循 LGPL。&lt;/p&gt;&lt;p&gt;在线查找的地点：© OpenStreetMap 贡献者。&lt;/p&gt;&lt;p&gt;MIT 许可证。除您在线查找的地名外，您打开的任何内容都不会离开这台电脑。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Export a document</source>
        <translation>导出文档</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>&amp;Table of projects, with sources</source>
        <translation>项目表格（含来源）(&amp;T)</translation>
    </message>
    <message>
        <source>Map &amp;part:</source>
        <translation>地图范围(&amp;P)：</translation>
    </message>
    <message>
        <source>Pap&amp;er:</source>
        <translation>纸张(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Orientation:</source>
        <translation>方向(&amp;O)：</translation>
    </message>
</context>
<context>
    <name>ExactnessDialog</name>
    <message>
        <source>&amp;Exactly: the thing itself, to a kilometre</source>
        <translation>精确：就是该处，误差不超过一公里(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Approximately, within</source>
        <translation>大致，误差在此范围内(&amp;A)：</translation>
    </message>
    <message>
        <source>Kilometres within which it lies</source>
        <translation>所在范围（公里）</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>&amp;Export As…</source>
        <translation>导出为(&amp;E)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>导出地图</translation>
    </message>
    <message>
        <source>Export the layer</source>
        <translation>导出图层</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>已打印。</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
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
        <translation>表格 (*.csv)</translation>
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
        <translation>{path} 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{number} m</source>
        <translation>{number} 米</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} 公里</translation>
    </message>
    <message>
        <source>{number} m²</source>
        <translation>{number} 平方米</translation>
    </message>
    <message>
        <source>{number} ha</source>
        <translation>{number} 公顷</translation>
    </message>
    <message>
        <source>{number} km²</source>
        <translation>{number} 平方公里</translation>
    </message>
    <message>
        <source>outside UTM</source>
        <translation>超出 UTM 范围</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north, behind degrees</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east, behind degrees</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south, behind degrees</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west, behind degrees</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>平方公里</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>All that infromap opens ({articles} {layers});;Articles and projects ({articles});;GIS files ({layers});;All files (*)</source>
        <translation>infromap 可打开的文件 ({articles} {layers});;文章和项目 ({articles});;GIS 文件 ({layers});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open articles, projects or GIS files</source>
        <translation>打开文章、项目或 GIS 文件</translation>
    </message>
    <message>
        <source>Tables of text ({suffixes});;All files (*)</source>
        <translation>文本表格 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add a text table</source>
        <translation>添加文本表格</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>打开网址</translation>
    </message>
    <message>
        <source>Address of an article:</source>
        <translation>文章网址：</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Filter the rows of the layer</source>
        <translation>筛选图层的行</translation>
    </message>
    <message>
        <source>Such as: {example}</source>
        <translation>例如：{example}</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Double-click a column to write it into the expression</source>
        <translation>双击某列可将其写入表达式</translation>
    </message>
    <message>
        <source>&amp;Show All Rows</source>
        <translation>显示所有行(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>All rows are shown: %Ln</source>
        <translation>
            <numerusform>显示所有行：%Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {count} rows</source>
        <comment>that a filter leaves</comment>
        <translation>{shown} / {count} 行</translation>
    </message>
    <message>
        <source>Text stands in &apos;single&apos; quotation marks, names of columns in &quot;double&quot; ones; % in LIKE is any text.</source>
        <translation>文本用 &apos;单&apos; 引号，列名用 &quot;双&quot; 引号；LIKE 中的 % 代表任意文本。</translation>
    </message>
</context>
<context>
    <name>FindAnything</name>
    <message>
        <source>Find &amp;Anything…</source>
        <translation>查找任何内容(&amp;A)…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inhabitant(s)</source>
        <translation>
            <numerusform>%Ln 居民</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find anything</source>
        <translation>查找任何内容</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有这样的名称。</translation>
    </message>
    <message>
        <source>Type a few letters of a project, a place anywhere on earth, a layer, a command or a bookmark, or coordinates. Arrows choose, Enter goes there, Esc closes.</source>
        <translation>输入项目、世界上任何地点、图层、命令或书签的几个字母，或坐标。方向键选择，Enter 转到，Esc 关闭。</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
</context>
<context>
    <name>FindingLayers</name>
    <message>
        <source>Where is {name}?</source>
        <translation>{name} 在哪里？</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Find Missing Layers</source>
        <translation>查找缺失的图层</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) of this map cannot be read. Their look and filters are kept.</source>
        <translation>
            <numerusform>这张地图有 %Ln 个图层无法读取。其样式和筛选已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer &gt; Find Missing Layers asks where the files are now.</source>
        <translation>图层 &gt; 查找缺失的图层 会询问文件现在在哪里。</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>&amp;Go to Coordinates…</source>
        <translation>转到坐标(&amp;G)…</translation>
    </message>
    <message>
        <source>{place} (latitude first)</source>
        <translation>{place}（纬度在前）</translation>
    </message>
    <message>
        <source>{place} (longitude first)</source>
        <translation>{place}（经度在前）</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Go to coordinates</source>
        <translation>转到坐标</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>What is meant</source>
        <translation>所指内容</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>Degrees, degrees with minutes and seconds, or UTM: 43.25 N 76.95 E; 43°15′ с. ш. 76°57′ в. д.; 43T 658000 4790000</source>
        <translation>度，度分秒，或 UTM：43.25 N 76.95 E；43°15′ с. ш. 76°57′ в. д.；43T 658000 4790000</translation>
    </message>
    <message>
        <source>This is no coordinate yet.</source>
        <translation>这还不是坐标。</translation>
    </message>
    <message>
        <source>That is:</source>
        <translation>即：</translation>
    </message>
    <message>
        <source>It may mean two places. Which one?</source>
        <translation>可能指两个地方。是哪一个？</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>Drag the point of {name} to its place, or move it by the arrow keys, then press Enter. Esc cancels.</source>
        <translation>将 {name} 的点拖到其位置，或用方向键移动，然后按 Enter。Esc 取消。</translation>
    </message>
    <message>
        <source>Click where {name} is. Esc cancels.</source>
        <translation>点击“{name}”所在位置。Esc 取消。</translation>
    </message>
    <message>
        <source>Move Marker</source>
        <translation>移动标记</translation>
    </message>
    <message>
        <source>Which point shall be moved?</source>
        <translation>移动哪个点？</translation>
    </message>
    <message>
        <source>How exactly do you know where {name} is?</source>
        <translation>您对“{name}”的位置了解得多精确？</translation>
    </message>
    <message>
        <source>Place by Hand</source>
        <translation>手动放置</translation>
    </message>
    <message>
        <source>How exactly do you know the points that you moved or added to {name}?</source>
        <translation>您对“{name}”中移动或添加的点了解得多精确？</translation>
    </message>
    <message>
        <source>Edit Line</source>
        <translation>编辑线</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>&amp;Manual</source>
        <translation>手册(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>日志(&amp;L)…</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics…</source>
        <translation>复制诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;About infromap</source>
        <translation>关于 infromap(&amp;A)</translation>
    </message>
</context>
<context>
    <name>LayerChoiceDialog</name>
    <message>
        <source>Choose layers</source>
        <translation>选择图层</translation>
    </message>
    <message numerus="yes">
        <source>{name} has %Ln layer(s). Which are to be opened?</source>
        <translation>
            <numerusform>{name} 有 %Ln 个图层。打开哪些？</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers of the file</source>
        <translation>文件的图层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全部(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>全不选(&amp;N)</translation>
    </message>
</context>
<context>
    <name>LayerFiles</name>
    <message>
        <source>Looking into {name}…</source>
        <translation>正在查看 {name}…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>添加 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln layer(s)</source>
        <translation>
            <numerusform>添加 %Ln 个图层</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} does not say its coordinate system. Which one is it in?</source>
        <translation>{name} 没有说明坐标系。它是哪一个？</translation>
    </message>
</context>
<context>
    <name>LayerProperties</name>
    <message>
        <source>Properties of the layer</source>
        <translation>图层属性</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>{name}: pasted, kept in the project file</source>
        <translation>{name}：粘贴的内容，保存在项目文件中</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Layer in the file</source>
        <translation>文件中的图层</translation>
    </message>
    <message>
        <source>Date of the file</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Columns of the layer</source>
        <translation>图层的列</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>Layering</name>
    <message>
        <source>Show the Projects</source>
        <translation>显示项目</translation>
    </message>
    <message>
        <source>Hide the Projects</source>
        <translation>隐藏项目</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>显示 {name}</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>隐藏 {name}</translation>
    </message>
    <message>
        <source>Reorder Layers</source>
        <translation>调整图层顺序</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>重命名 {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>No row of this layer has a place on the map.</source>
        <translation>该图层没有任何一行在地图上有位置。</translation>
    </message>
    <message>
        <source>Restyle {name}</source>
        <translation>更改 {name} 的样式</translation>
    </message>
    <message>
        <source>Filter {name}</source>
        <translation>筛选 {name}</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>built-in, instead of {name}</source>
        <comment>tiles that cannot be shown now</comment>
        <translation>内置，代替 {name}</translation>
    </message>
    <message>
        <source>&amp;Style…</source>
        <translation>样式(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>筛选(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Zoom to Layer</source>
        <translation>缩放到图层(&amp;Z)</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>去掉(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ind Missing Layers…</source>
        <translation>查找缺失的图层(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport As…</source>
        <translation>导出为(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Attribute Table</source>
        <translation>属性表(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Properties</source>
        <translation>属性(&amp;P)</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers, from top to bottom</source>
        <translation>图层，从上到下</translation>
    </message>
    <message>
        <source>No layers yet. Open a GIS file, or drop one on the window: it comes onto the map.</source>
        <translation>还没有图层。打开 GIS 文件，或把它拖到窗口上：它会出现在地图上。</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>{name}: file not found</source>
        <translation>{name}：找不到文件</translation>
    </message>
    <message>
        <source>Base map: {name}</source>
        <translation>底图：{name}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>filtered: {expression}</source>
        <translation>筛选：{expression}</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log of this session</source>
        <translation>本次会话的日志</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>显示(&amp;S)：</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing of this kind was logged.</source>
        <translation>没有此类记录。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LookingUp</name>
    <message>
        <source>&amp;Look Up Places Online…</source>
        <translation>在线查找地点(&amp;L)…</translation>
    </message>
    <message>
        <source>infromap is offline; Tools &gt; Work Online changes that</source>
        <translation>infromap 处于离线状态；可用 工具 &gt; 联网工作 更改</translation>
    </message>
    <message>
        <source>The gazetteer knows every place of this article</source>
        <translation>地名库知道这篇文章的所有地点</translation>
    </message>
    <message>
        <source>Ask an online geocoder for the places that the gazetteer does not know</source>
        <translation>向在线地理编码服务查询地名库中没有的地点</translation>
    </message>
</context>
<context>
    <name>Lookup</name>
    <message>
        <source> and {count} more</source>
        <translation>，另有 {count} 个</translation>
    </message>
    <message>
        <source>Look these places up at {host}?</source>
        <translation>在 {host} 查找这些地点吗？</translation>
    </message>
    <message>
        <source>{names}{more}

Only these names and the country&apos;s code are sent, one a second at most; answers are kept on this computer. Places found are © OpenStreetMap contributors.</source>
        <translation>{names}{more}

只发送这些名称和国家代码，每秒至多一个；回答保存在这台电脑上。找到的地点 © OpenStreetMap 贡献者。</translation>
    </message>
    <message>
        <source>&amp;Look Up</source>
        <translation>查找(&amp;L)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Filter Projects</source>
        <translation>筛选项目(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear Selection</source>
        <translation>取消选择(&amp;C)</translation>
    </message>
    <message>
        <source>Zoom to &amp;All</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Zoom to &amp;Selection</source>
        <translation>缩放到所选(&amp;S)</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Attribute Table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>Steps that can be undone</source>
        <translation>可撤销的步骤</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>infromap Manual</source>
        <translation>infromap 手册</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Headings of the manual</source>
        <translation>手册目录</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} / {all}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>MeasurePanel</name>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>线段</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>线段</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>距起点</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the legs and the total as a table</source>
        <translation>将线段和总计复制为表格</translation>
    </message>
    <message>
        <source>Hectares or km²</source>
        <translation>公顷或平方公里</translation>
    </message>
    <message>
        <source>Metres or kilometres</source>
        <translation>米或公里</translation>
    </message>
    <message>
        <source>Click on the map where it begins.</source>
        <translation>在地图上点击起点。</translation>
    </message>
    <message>
        <source>Outline: {length}</source>
        <translation>周长：{length}</translation>
    </message>
    <message>
        <source>To the pointer: {length}</source>
        <translation>到指针：{length}</translation>
    </message>
    <message>
        <source>The outline crosses itself: parts of the area count against each other.</source>
        <translation>轮廓自相交：部分面积会互相抵消。</translation>
    </message>
    <message>
        <source>Measured on the ellipsoid (WGS 84).</source>
        <translation>在椭球面上测量（WGS 84）。</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>&amp;Measure Length</source>
        <translation>测量长度(&amp;M)</translation>
    </message>
    <message>
        <source>Measure &amp;Area</source>
        <translation>测量面积(&amp;A)</translation>
    </message>
    <message>
        <source>Copied: the measurement as a table</source>
        <translation>已复制：测量表格</translation>
    </message>
    <message>
        <source>Click from point to point. Double click or Enter ends, Esc puts the tool away.</source>
        <translation>逐点点击。双击或 Enter 结束，Esc 收起工具。</translation>
    </message>
    <message>
        <source>&amp;Measure from Here</source>
        <translation>从此处测量(&amp;M)</translation>
    </message>
</context>
<context>
    <name>NetworkSwitch</name>
    <message>
        <source>&amp;Work Online</source>
        <translation>联网工作(&amp;W)</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>联网工作</translation>
    </message>
    <message>
        <source>Let infromap ask the network until it is switched off or closed?</source>
        <translation>允许 infromap 访问网络，直到关闭此开关或退出程序吗？</translation>
    </message>
    <message>
        <source>&amp;Go Online</source>
        <translation>联网(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Stay Offline</source>
        <translation>保持离线(&amp;S)</translation>
    </message>
    <message>
        <source>It then fetches addresses that you open and, after asking you, looks up names of places.</source>
        <translation>此后它会获取您打开的网址，并在询问您之后查找地名。</translation>
    </message>
    <message>
        <source>Online tiles, where you choose some, tell their server which part of the world you look at.</source>
        <translation>如果您选择在线瓦片，其服务器会知道您在看世界的哪一部分。</translation>
    </message>
    <message>
        <source>This map will show tiles of {name}.</source>
        <translation>这张地图将显示 {name} 的瓦片。</translation>
    </message>
    <message>
        <source>Names of places in articles that you open will go to {host}.</source>
        <translation>您打开的文章中的地名将发送到 {host}。</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>联网</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>The network is asked for addresses, tiles and places that you want; click to stop that at once</source>
        <translation>为您需要的网址、瓦片和地点访问网络；点击即可立刻停止</translation>
    </message>
    <message>
        <source>infromap asks nothing of the network; click to let it</source>
        <translation>infromap 不向网络请求任何内容；点击即可允许</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>New from Clip&amp;board</source>
        <translation>从剪贴板新建(&amp;B)</translation>
    </message>
    <message>
        <source>Add Text &amp;Table…</source>
        <translation>添加文本表格(&amp;T)…</translation>
    </message>
    <message>
        <source>Open &amp;Address…</source>
        <translation>打开网址(&amp;A)…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>infromap is offline; Tools &gt; Work Online changes that</source>
        <translation>infromap 处于离线状态；可用 工具 &gt; 联网工作 更改</translation>
    </message>
    <message>
        <source>Open the article of a web address</source>
        <translation>打开网址上的文章</translation>
    </message>
</context>
<context>
    <name>PanelKeys</name>
    <message>
        <source>Go to &amp;Panel</source>
        <translation>转到面板(&amp;P)</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Point {number} of {count}</source>
        <translation>第 {number} 点，共 {count} 点</translation>
    </message>
    <message>
        <source>Click where it is. Esc cancels.</source>
        <translation>点击它所在的位置。Esc 取消。</translation>
    </message>
    <message>
        <source>Click to add points, drag to move them. Enter or double click ends, Backspace goes back.</source>
        <translation>单击添加点，拖动移动点。Enter 或双击结束，Backspace 退回一步。</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Export a picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>&amp;Title and source</source>
        <translation>标题和来源(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>图例(&amp;L)</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>比例尺(&amp;B)</translation>
    </message>
    <message>
        <source>Map &amp;part:</source>
        <translation>地图范围(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>宽度(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Height:</source>
        <translation>高度(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Scale:</source>
        <translation>倍数(&amp;S)：</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>The file has {width} × {height} pixels.</source>
        <translation>文件为 {width} × {height} 像素。</translation>
    </message>
    <message>
        <source>{width} × {height} pixels are more than can be drawn.</source>
        <translation>{width} × {height} 像素过大，无法绘制。</translation>
    </message>
    <message>
        <source>So large a picture asks the server for too many tiles; leave them out.</source>
        <translation>这么大的图片需要向服务器请求过多瓦片；请去掉它们。</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>Name to be placed</source>
        <translation>要定位的名称</translation>
    </message>
    <message>
        <source>Look for another name in the gazetteer</source>
        <translation>在地名库中查找其他名称</translation>
    </message>
    <message>
        <source>Another name to look for</source>
        <translation>要查找的其他名称</translation>
    </message>
    <message>
        <source>&amp;Use This Place</source>
        <translation>采用此地点(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;None of These</source>
        <translation>都不是(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Set on the Map…</source>
        <translation>在地图上标定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>From the nearest other place of the project</source>
        <translation>与该项目最近的其他地点的距离</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选地点</translation>
    </message>
    <message>
        <source>Choose a project to correct its places.</source>
        <translation>请选择要更正地点的项目。</translation>
    </message>
    <message>
        <source>The article names no place of this project. Place it by hand (Edit menu).</source>
        <translation>文章未指明此项目的地点。请手工标定（“编辑”菜单）。</translation>
    </message>
    <message>
        <source>The gazetteer knows no place called {name}.</source>
        <translation>地名库中没有名为“{name}”的地点。</translation>
    </message>
    <message>
        <source>{name} has no place on the map.</source>
        <translation>“{name}”在地图上没有位置。</translation>
    </message>
    <message>
        <source>{name} is taken for {place} ({source}).</source>
        <translation>“{name}”被认作 {place}（{source}）。</translation>
    </message>
    <message>
        <source>city</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>town</source>
        <translation>城镇</translation>
    </message>
    <message>
        <source>village</source>
        <translation>村庄</translation>
    </message>
    <message>
        <source>station</source>
        <translation>车站</translation>
    </message>
    <message>
        <source>region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
</context>
<context>
    <name>Position</name>
    <message>
        <source>Coordinates under the pointer</source>
        <translation>指针处的坐标</translation>
    </message>
    <message>
        <source>Coordinates under the pointer; click for degrees, minutes, or UTM</source>
        <translation>指针处的坐标；点击切换度、分或 UTM</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>Scale in the middle of the map</source>
        <translation>地图中央的比例尺</translation>
    </message>
    <message>
        <source>C&amp;opy Coordinates</source>
        <translation>复制坐标(&amp;O)</translation>
    </message>
    <message>
        <source>Copy Coordinates as &amp;Lon, Lat</source>
        <translation>按经度、纬度复制坐标(&amp;L)</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>已复制：{text}</translation>
    </message>
    <message>
        <source>Copy &amp;Text</source>
        <translation>复制文字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy {place}</source>
        <translation>复制 {place}(&amp;C)</translation>
    </message>
    <message>
        <source>Copy {place} (&amp;lon, lat)</source>
        <translation>复制 {place}（经度、纬度）(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Preferring</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>La&amp;rger Text</source>
        <translation>放大文字(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation>正常文字(&amp;N)</translation>
    </message>
</context>
<context>
    <name>ProjectsPanel</name>
    <message>
        <source>Filter projects</source>
        <translation>筛选项目</translation>
    </message>
    <message>
        <source>In the order of the text</source>
        <translation>按文中顺序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By amount, largest first</source>
        <translation>按金额，从大到小</translation>
    </message>
    <message>
        <source>Sums of different currencies are not compared; the currency that comes most often stands first.</source>
        <translation>不同货币的金额不作比较；出现最多的货币排在最前。</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>The projects of an article stand here: those on the map, and those that the article does not locate. Open an article with Ctrl+O, or drop its file here.</source>
        <translation>这里列出文章中的项目：在地图上的，以及文章没有说明位置的。按 Ctrl+O 打开文章，或把文件拖到这里。</translation>
    </message>
    <message>
        <source>Order of the projects</source>
        <translation>项目顺序</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>在地图上</translation>
    </message>
    <message>
        <source>Not located</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>This map has layers and no projects.</source>
        <translation>这张地图有图层，没有项目。</translation>
    </message>
    <message>
        <source>No project was found in this text.</source>
        <translation>在这段文字中没有找到项目。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>页面组(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>{path} is not there any more. Take it off the list?</source>
        <translation>{path} 已不存在。从列表中去掉吗？</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Copy &amp;Rows</source>
        <translation>复制行(&amp;R)</translation>
    </message>
    <message>
        <source>Copy &amp;Cell</source>
        <translation>复制单元格(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;GeoJSON</source>
        <translation>复制为 &amp;GeoJSON</translation>
    </message>
    <message>
        <source>&amp;Zoom to Rows</source>
        <translation>缩放到这些行(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Export Rows…</source>
        <translation>导出行(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>&amp;Statistics</source>
        <translation>统计(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Hide Column</source>
        <translation>隐藏列(&amp;H)</translation>
    </message>
    <message>
        <source>Show &amp;All Columns</source>
        <translation>显示所有列(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>&amp;Save Project</source>
        <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
        <source>Sa&amp;ve Project As…</source>
        <translation>项目另存为(&amp;V)…</translation>
    </message>
    <message>
        <source>infromap project (*{suffix})</source>
        <translation>infromap 项目 (*{suffix})</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Written: {path}, without {names}, which are of no file; export them to keep them.</source>
        <translation>已写入：{path}，不含 {names}，它们不来自文件；如需保留请导出。</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message>
        <source>Save the changes to this map before it is closed?</source>
        <translation>关闭之前保存对这张地图的更改吗？</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>否则更改将丢失。</translation>
    </message>
    <message>
        <source>Changes are not kept for the case of a crash; save the project. {reason}</source>
        <translation>更改未能为崩溃情况留存副本；请保存项目。{reason}</translation>
    </message>
    <message>
        <source>{path} is open in another window of infromap. This is a copy: it is saved to another file.</source>
        <translation>{path} 已在 infromap 的另一个窗口中打开。这是副本：会保存到另一个文件。</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>These rows have no place on the map.</source>
        <translation>这些行在地图上没有位置。</translation>
    </message>
    <message>
        <source>Too many rows are chosen to mark them all on the map; Zoom to Rows shows where they lie.</source>
        <translation>选中的行太多，无法全部在地图上标出；“缩放到这些行”可显示它们的位置。</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>搜索命令和按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Keys of the chosen command</source>
        <translation>所选命令的按键</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>指定(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>去掉(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>重置(&amp;S)</translation>
    </message>
    <message>
        <source>Reset A&amp;ll</source>
        <translation>全部重置(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Press the new keys:</source>
        <translation>按下新的按键(&amp;P)：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{keys} is needed for writing in text fields.</source>
        <translation>{keys} 是在文本框中输入所需的。</translation>
    </message>
    <message>
        <source>{keys} belongs to “{command}”, which will lose it.</source>
        <translation>{keys} 属于“{command}”，它将失去该按键。</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Drawing the map…</source>
        <translation>正在绘制地图…</translation>
    </message>
    <message>
        <source>Projects: {all}, on the map: {located}</source>
        <translation>项目：{all}，在地图上：{located}</translation>
    </message>
    <message>
        <source>layers: {layers}, rows: {rows}</source>
        <translation>图层：{layers}，行：{rows}</translation>
    </message>
</context>
<context>
    <name>SignFields</name>
    <message>
        <source>all alike</source>
        <translation>全部相同</translation>
    </message>
    <message>
        <source>by how close they lie</source>
        <translation>按疏密程度</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Shape of points</source>
        <translation>点的形状</translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation>点的大小</translation>
    </message>
    <message>
        <source>Radius, from least to greatest</source>
        <translation>半径，从小到大</translation>
    </message>
    <message>
        <source>Radius of points</source>
        <translation>点的半径</translation>
    </message>
    <message>
        <source>Width of lines and outlines</source>
        <translation>线和轮廓的宽度</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>From an article about infrastructure finance to a map that can be trusted.</source>
        <translation>从有关基础设施融资的文章到可信赖的地图。</translation>
    </message>
    <message>
        <source>Open the bundled brief</source>
        <translation>打开附带的简报</translation>
    </message>
    <message>
        <source>AIIB in Kazakhstan, 9 February 2026</source>
        <translation>亚投行在哈萨克斯坦，2026年2月9日</translation>
    </message>
    <message>
        <source>Or drop files here: articles, projects, GIS files.</source>
        <translation>或把文件拖到这里：文章、项目、GIS 文件。</translation>
    </message>
</context>
<context>
    <name>StatisticsPanel</name>
    <message>
        <source>Statistics of a column</source>
        <translation>列的统计</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值的个数</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>最常见</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
</context>
<context>
    <name>StyleDialog</name>
    <message>
        <source>Style of the layer</source>
        <translation>图层样式</translation>
    </message>
    <message>
        <source>Colour of the layer</source>
        <translation>图层颜色</translation>
    </message>
    <message>
        <source>Colour of the class</source>
        <translation>分级颜色</translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Column to filter by</source>
        <translation>筛选所用的列</translation>
    </message>
    <message>
        <source>Filter rows: text, &gt;5, &lt;=2026-02</source>
        <translation>筛选行：文字、&gt;5、&lt;=2026-02</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Chosen Only</source>
        <translation>仅所选</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>所有列</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {all} row(s)</source>
        <translation>
            <numerusform>{all} 行中的 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>已选 %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Add a text table: {name}</source>
        <translation>添加文本表格：{name}</translation>
    </message>
    <message>
        <source>The first row holds the &amp;names of the columns</source>
        <translation>第一行是列名(&amp;N)</translation>
    </message>
    <message>
        <source>Decimal &amp;comma (53,28)</source>
        <translation>小数逗号(&amp;C)（53,28）</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>先写哪一个</translation>
    </message>
    <message>
        <source>Exchan&amp;ge</source>
        <translation>交换(&amp;G)</translation>
    </message>
    <message>
        <source>Take longitude for latitude, and latitude for longitude</source>
        <translation>把经度当作纬度，把纬度当作经度</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>编码(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation>分隔符(&amp;S)：</translation>
    </message>
    <message>
        <source>Longitude, &amp;X:</source>
        <translation>经度，&amp;X：</translation>
    </message>
    <message>
        <source>Latitude, &amp;Y:</source>
        <translation>纬度，&amp;Y：</translation>
    </message>
    <message>
        <source>or &amp;both in one:</source>
        <translation>或同在一列(&amp;B)：</translation>
    </message>
    <message>
        <source>or &amp;WKT:</source>
        <translation>或 &amp;WKT：</translation>
    </message>
    <message>
        <source>Coordinate sys&amp;tem:</source>
        <translation>坐标系(&amp;T)：</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>latitude first</source>
        <translation>纬度在前</translation>
    </message>
    <message>
        <source>longitude first</source>
        <translation>经度在前</translation>
    </message>
    <message>
        <source>longitude and latitude (EPSG:4326)</source>
        <translation>经度和纬度 (EPSG:4326)</translation>
    </message>
    <message>
        <source>Choose the columns of longitude and latitude, a column that holds both, or a column of WKT.</source>
        <translation>请选择经度列和纬度列、两者同在的一列，或WKT列。</translation>
    </message>
    <message>
        <source>A column that holds both is chosen below, as both in one.</source>
        <translation>两者同在的一列请在下面的“同在一列”中选择。</translation>
    </message>
    <message>
        <source>With latitude and longitude exchanged these points would lie near what the map shows.</source>
        <translation>若将纬度与经度互换，这些点会落在地图所示内容附近。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are shown as they would be read.</source>
        <translation>
            <numerusform>显示 %Ln 行将如何读入。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first rows hold no coordinates in these columns.</source>
        <translation>前几行的这些列中没有坐标。</translation>
    </message>
    <message>
        <source>Latitudes beyond 90: latitude and longitude seem to be exchanged.</source>
        <translation>纬度超过 90：经纬度似乎互换了。</translation>
    </message>
    <message>
        <source>These numbers are no places on Earth in this coordinate system; choose another one.</source>
        <translation>在此坐标系中这些数字不是地球上的位置；请另选一个。</translation>
    </message>
    <message>
        <source>In which coordinate system are the numbers of {name}?</source>
        <translation>{name} 中的数字是哪种坐标系？</translation>
    </message>
</context>
<context>
    <name>_DrawingDialog</name>
    <message>
        <source>What the window shows</source>
        <translation>窗口中显示的部分</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>整幅地图</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Tiles of {name}</source>
        <translation>{name} 的瓦片</translation>
    </message>
    <message>
        <source>They are asked of a server, and infromap is offline: the built-in map is drawn.</source>
        <translation>它们来自服务器，而 infromap 处于离线状态：将绘制内置地图。</translation>
    </message>
    <message>
        <source>They are asked of their server once more, and their credit stands on the map: {credit}. Whether it may be published is said in the server&apos;s terms.</source>
        <translation>它们会再次向服务器请求，地图上会注明来源：{credit}。能否发布，以该服务器的条款为准。</translation>
    </message>
</context>
</TS>
