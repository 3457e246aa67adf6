/**
 * The parts of countries that addresses name, by the part of their ISO 3166-2 code after the hyphen. The US
 * also have the codes of their armed forces. A second name is the one in the language of the country.
 *
 * Derived from Google's address metadata (https://chromium-i18n.appspot.com/ssl-address), CC BY 4.0, with the
 * codes that ISO 3166-2 has changed since.
 */
export const SUBDIVISIONS: Readonly<Record<string, string>> = {
  AE: `
    AJ=Ajman=عجمان|AZ=Abu Dhabi=أبو ظبي|DU=Dubai=دبي|FU=Fujairah=الفجيرة|RK=Ras al Khaimah=رأس الخيمة|
    SH=Sharjah=الشارقة|UQ=Umm Al Quwain=ام القيوين`,
  AR: `
    A=Salta|B=Buenos Aires|C=Ciudad Autónoma de Buenos Aires|D=San Luis|E=Entre Ríos|F=La Rioja|
    G=Santiago del Estero|H=Chaco|J=San Juan|K=Catamarca|L=La Pampa|M=Mendoza|N=Misiones|P=Formosa|
    Q=Neuquén|R=Río Negro|S=Santa Fe|T=Tucumán|U=Chubut|V=Tierra del Fuego|W=Corrientes|X=Córdoba|Y=Jujuy|
    Z=Santa Cruz`,
  AU: `
    ACT=Australian Capital Territory|NSW=New South Wales|NT=Northern Territory|QLD=Queensland|
    SA=South Australia|TAS=Tasmania|VIC=Victoria|WA=Western Australia`,
  BR: `
    AC=Acre|AL=Alagoas|AM=Amazonas|AP=Amapá|BA=Bahia|CE=Ceará|DF=Distrito Federal|ES=Espírito Santo|
    GO=Goiás|MA=Maranhão|MG=Minas Gerais|MS=Mato Grosso do Sul|MT=Mato Grosso|PA=Pará|PB=Paraíba|
    PE=Pernambuco|PI=Piauí|PR=Paraná|RJ=Rio de Janeiro|RN=Rio Grande do Norte|RO=Rondônia|RR=Roraima|
    RS=Rio Grande do Sul|SC=Santa Catarina|SE=Sergipe|SP=São Paulo|TO=Tocantins`,
  CA: `
    AB=Alberta|BC=British Columbia|MB=Manitoba|NB=New Brunswick|NL=Newfoundland and Labrador|NS=Nova Scotia|
    NT=Northwest Territories|NU=Nunavut|ON=Ontario|PE=Prince Edward Island|QC=Quebec|SK=Saskatchewan|
    YT=Yukon`,
  CL: `
    AI=Aysén del General Carlos Ibáñez del Campo|AN=Antofagasta|AP=Arica y Parinacota|AR=Araucanía|
    AT=Atacama|BI=Biobío|CO=Coquimbo|LI=Libertador General Bernardo O'Higgins|LL=Los Lagos|LR=Los Ríos|
    MA=Magallanes y de la Antártica Chilena|ML=Maule|NB=Ñuble|RM=Metropolitana de Santiago|TA=Tarapacá|
    VS=Valparaíso`,
  CN: `
    AH=Anhui=安徽省|BJ=Beijing=北京市|CQ=Chongqing=重庆市|FJ=Fujian=福建省|GD=Guangdong=广东省|GS=Gansu=甘肃省|GX=Guangxi=广西|
    GZ=Guizhou=贵州省|HA=Henan=河南省|HB=Hubei=湖北省|HE=Hebei=河北省|HI=Hainan=海南省|HL=Heilongjiang=黑龙江省|HN=Hunan=湖南省|
    JL=Jilin=吉林省|JS=Jiangsu=江苏省|JX=Jiangxi=江西省|LN=Liaoning=辽宁省|NM=Inner Mongolia=内蒙古|NX=Ningxia=宁夏|
    QH=Qinghai=青海省|SC=Sichuan=四川省|SD=Shandong=山东省|SH=Shanghai=上海市|SN=Shaanxi=陕西省|SX=Shanxi=山西省|
    TJ=Tianjin=天津市|XJ=Xinjiang=新疆|XZ=Tibet=西藏|YN=Yunnan=云南省|ZJ=Zhejiang=浙江省`,
  CO: `
    AMA=Amazonas|ANT=Antioquia|ARA=Arauca|ATL=Atlántico|BOL=Bolívar|BOY=Boyacá|CAL=Caldas|CAQ=Caquetá|
    CAS=Casanare|CAU=Cauca|CES=Cesar|CHO=Chocó|COR=Córdoba|CUN=Cundinamarca|DC=Bogotá|GUA=Guainía|
    GUV=Guaviare|HUI=Huila|LAG=La Guajira|MAG=Magdalena|MET=Meta|NAR=Nariño|NSA=Norte de Santander|
    PUT=Putumayo|QUI=Quindío|RIS=Risaralda|SAN=Santander|SAP=San Andrés y Providencia|SUC=Sucre|TOL=Tolima|
    VAC=Valle del Cauca|VAU=Vaupés|VID=Vichada`,
  EG: `
    ALX=Alexandria Governorate=الإسكندرية|ASN=Aswan Governorate=أسوان|AST=Asyut Governorate=أسيوط|
    BA=Red Sea Governorate=البحر الأحمر|BH=El Beheira Governorate=البحيرة|
    BNS=Beni Suef Governorate=بني سويف|C=Cairo Governorate=القاهرة|DK=Dakahlia Governorate=الدقهلية|
    DT=Damietta Governorate=دمياط|FYM=Faiyum Governorate=الفيوم|GH=Gharbia Governorate=الغربية|
    GZ=Giza Governorate=الجيزة|IS=Ismailia Governorate=الإسماعيلية|JS=South Sinai Governorate=جنوب سيناء|
    KB=Qalyubia Governorate=القليوبية|KFS=Kafr El Sheikh Governorate=كفر الشيخ|KN=Qena Governorate=قنا|
    LX=Luxor Governorate=الأقصر|MN=Menia Governorate=المنيا|MNF=Menofia Governorate=المنوفية|
    MT=Matrouh Governorate=مطروح|PTS=Port Said Governorate=بورسعيد|SHG=Sohag Governorate=سوهاج|
    SHR=Ash Sharqia Governorate=الشرقية|SIN=North Sinai Governorate=شمال سيناء|SUZ=Suez Governorate=السويس|
    WAD=New Valley Governorate=الوادي الجديد`,
  ES: `
    A=Alicante|AB=Albacete|AL=Almería|AV=Ávila|B=Barcelona|BA=Badajoz|BI=Vizcaya|BU=Burgos|C=La Coruña|
    CA=Cádiz|CC=Cáceres|CE=Ceuta|CO=Córdoba|CR=Ciudad Real|CS=Castellón|CU=Cuenca|GC=Las Palmas|GI=Girona|
    GR=Granada|GU=Guadalajara|H=Huelva|HU=Huesca|J=Jaén|L=Lérida|LE=León|LO=La Rioja|LU=Lugo|M=Madrid|
    MA=Málaga|ML=Melilla|MU=Murcia|NA=Navarra|O=Asturias|OR=Ourense|P=Palencia|PM=Islas Baleares|
    PO=Pontevedra|S=Cantabria|SA=Salamanca|SE=Sevilla|SG=Segovia|SO=Soria|SS=Guipúzcoa|T=Tarragona|
    TE=Teruel|TF=Santa Cruz de Tenerife|TO=Toledo|V=Valencia|VA=Valladolid|VI=Álava|Z=Zaragoza|ZA=Zamora`,
  ID: `
    AC=Aceh|BA=Bali|BB=Bangka Belitung Islands=Kepulauan Bangka Belitung|BE=Bengkulu|BT=Banten|GO=Gorontalo|
    JA=Jambi|JB=West Java=Jawa Barat|JI=East Java=Jawa Timur|JK=Jakarta=DKI Jakarta|
    JT=Central Java=Jawa Tengah|KB=West Kalimantan=Kalimantan Barat|KI=East Kalimantan=Kalimantan Timur|
    KR=Riau Islands=Kepulauan Riau|KS=South Kalimantan=Kalimantan Selatan|
    KT=Central Kalimantan=Kalimantan Tengah|KU=North Kalimantan=Kalimantan Utara|LA=Lampung|MA=Maluku|
    MU=North Maluku=Maluku Utara|NB=West Nusa Tenggara=Nusa Tenggara Barat|
    NT=East Nusa Tenggara=Nusa Tenggara Timur|PA=Papua|PB=West Papua=Papua Barat|RI=Riau|
    SA=North Sulawesi=Sulawesi Utara|SB=West Sumatra=Sumatera Barat|
    SG=South East Sulawesi=Sulawesi Tenggara|SN=South Sulawesi=Sulawesi Selatan|
    SR=West Sulawesi=Sulawesi Barat|SS=South Sumatra=Sumatera Selatan|ST=Central Sulawesi=Sulawesi Tengah|
    SU=North Sumatra=Sumatera Utara|YO=Special Region of Yogyakarta=Daerah Istimewa Yogyakarta`,
  IE: `
    CE=Co. Clare|CN=Co. Cavan|CO=Co. Cork|CW=Co. Carlow|D=Co. Dublin|DL=Co. Donegal|G=Co. Galway|
    KE=Co. Kildare|KK=Co. Kilkenny|KY=Co. Kerry|LD=Co. Longford|LH=Co. Louth|LK=Co. Limerick|LM=Co. Leitrim|
    LS=Co. Laois|MH=Co. Meath|MN=Co. Monaghan|MO=Co. Mayo|OY=Co. Offaly|RN=Co. Roscommon|SO=Co. Sligo|
    TA=Co. Tipperary|WD=Co. Waterford|WH=Co. Westmeath|WW=Co. Wicklow|WX=Co. Wexford`,
  IN: `
    AN=Andaman and Nicobar|AP=Andhra Pradesh|AR=Arunachal Pradesh|AS=Assam|BR=Bihar|CG=Chhattisgarh|
    CH=Chandigarh|DH=Dadra and Nagar Haveli and Daman and Diu|DL=Delhi|GA=Goa|GJ=Gujarat|
    HP=Himachal Pradesh|HR=Haryana|JH=Jharkhand|JK=Jammu and Kashmir|KA=Karnataka|KL=Kerala|LA=Ladakh|
    LD=Lakshadweep|MH=Maharashtra|ML=Meghalaya|MN=Manipur|MP=Madhya Pradesh|MZ=Mizoram|NL=Nagaland|
    OD=Odisha|PB=Punjab|PY=Puducherry|RJ=Rajasthan|SK=Sikkim|TN=Tamil Nadu|TR=Tripura|TS=Telangana|
    UK=Uttarakhand|UP=Uttar Pradesh|WB=West Bengal`,
  IT: `
    AG=Agrigento|AL=Alessandria|AN=Ancona|AO=Aosta|AP=Ascoli Piceno|AQ=L'Aquila|AR=Arezzo|AT=Asti|
    AV=Avellino|BA=Bari|BG=Bergamo|BI=Biella|BL=Belluno|BN=Benevento|BO=Bologna|BR=Brindisi|BS=Brescia|
    BT=Barletta-Andria-Trani|BZ=Bolzano|CA=Cagliari|CB=Campobasso|CE=Caserta|CH=Chieti|CL=Caltanissetta|
    CN=Cuneo|CO=Como|CR=Cremona|CS=Cosenza|CT=Catania|CZ=Catanzaro|EN=Enna|FC=Forlì-Cesena|FE=Ferrara|
    FG=Foggia|FI=Firenze|FM=Fermo|FR=Frosinone|GE=Genova|GO=Gorizia|GR=Grosseto|IM=Imperia|IS=Isernia|
    KR=Crotone|LC=Lecco|LE=Lecce|LI=Livorno|LO=Lodi|LT=Latina|LU=Lucca|MB=Monza e Brianza|MC=Macerata|
    ME=Messina|MI=Milano|MN=Mantova|MO=Modena|MS=Massa-Carrara|MT=Matera|NA=Napoli|NO=Novara|NU=Nuoro|
    OR=Oristano|PA=Palermo|PC=Piacenza|PD=Padova|PE=Pescara|PG=Perugia|PI=Pisa|PN=Pordenone|PO=Prato|
    PR=Parma|PT=Pistoia|PU=Pesaro e Urbino|PV=Pavia|PZ=Potenza|RA=Ravenna|RC=Reggio Calabria|
    RE=Reggio Emilia|RG=Ragusa|RI=Rieti|RM=Roma|RN=Rimini|RO=Rovigo|SA=Salerno|SI=Siena|SO=Sondrio|
    SP=La Spezia|SR=Siracusa|SS=Sassari|SU=Sud Sardegna|SV=Savona|TA=Taranto|TE=Teramo|TN=Trento|TO=Torino|
    TP=Trapani|TR=Terni|TS=Trieste|TV=Treviso|UD=Udine|VA=Varese|VB=Verbano-Cusio-Ossola|VC=Vercelli|
    VE=Venezia|VI=Vicenza|VR=Verona|VT=Viterbo|VV=Vibo Valentia`,
  JP: `
    01=Hokkaido=北海道|02=Aomori=青森県|03=Iwate=岩手県|04=Miyagi=宮城県|05=Akita=秋田県|06=Yamagata=山形県|07=Fukushima=福島県|
    08=Ibaraki=茨城県|09=Tochigi=栃木県|10=Gunma=群馬県|11=Saitama=埼玉県|12=Chiba=千葉県|13=Tokyo=東京都|14=Kanagawa=神奈川県|
    15=Niigata=新潟県|16=Toyama=富山県|17=Ishikawa=石川県|18=Fukui=福井県|19=Yamanashi=山梨県|20=Nagano=長野県|21=Gifu=岐阜県|
    22=Shizuoka=静岡県|23=Aichi=愛知県|24=Mie=三重県|25=Shiga=滋賀県|26=Kyoto=京都府|27=Osaka=大阪府|28=Hyogo=兵庫県|29=Nara=奈良県|
    30=Wakayama=和歌山県|31=Tottori=鳥取県|32=Shimane=島根県|33=Okayama=岡山県|34=Hiroshima=広島県|35=Yamaguchi=山口県|
    36=Tokushima=徳島県|37=Kagawa=香川県|38=Ehime=愛媛県|39=Kochi=高知県|40=Fukuoka=福岡県|41=Saga=佐賀県|42=Nagasaki=長崎県|
    43=Kumamoto=熊本県|44=Oita=大分県|45=Miyazaki=宮崎県|46=Kagoshima=鹿児島県|47=Okinawa=沖縄県`,
  KR: `
    11=Seoul=서울|26=Busan=부산|27=Daegu=대구|28=Incheon=인천|29=Gwangju=광주|30=Daejeon=대전|31=Ulsan=울산|
    41=Gyeonggi-do=경기|42=Gangwon-do=강원|43=Chungcheongbuk-do=충북|44=Chungcheongnam-do=충남|45=Jeollabuk-do=전북|
    46=Jeollanam-do=전남|47=Gyeongsangbuk-do=경북|48=Gyeongsangnam-do=경남|49=Jeju-do=제주|50=Sejong=세종`,
  MX: `
    AGU=Aguascalientes|BCN=Baja California|BCS=Baja California Sur|CAM=Campeche|CHH=Chihuahua|CHP=Chiapas|
    CMX=Ciudad de México|COA=Coahuila de Zaragoza|COL=Colima|DUR=Durango|GRO=Guerrero|GUA=Guanajuato|
    HID=Hidalgo|JAL=Jalisco|MEX=Estado de México|MIC=Michoacán|MOR=Morelos|NAY=Nayarit|NLE=Nuevo León|
    OAX=Oaxaca|PUE=Puebla|QUE=Querétaro|ROO=Quintana Roo|SIN=Sinaloa|SLP=San Luis Potosí|SON=Sonora|
    TAB=Tabasco|TAM=Tamaulipas|TLA=Tlaxcala|VER=Veracruz|YUC=Yucatán|ZAC=Zacatecas`,
  MY: `
    01=Johor|02=Kedah|03=Kelantan|04=Melaka|05=Negeri Sembilan|06=Pahang|07=Pulau Pinang|08=Perak|09=Perlis|
    10=Selangor|11=Terengganu|12=Sabah|13=Sarawak|14=Kuala Lumpur|15=Labuan|16=Putrajaya`,
  NG: `
    AB=Abia|AD=Adamawa|AK=Akwa Ibom|AN=Anambra|BA=Bauchi|BE=Benue|BO=Borno|BY=Bayelsa|CR=Cross River|
    DE=Delta|EB=Ebonyi|ED=Edo|EK=Ekiti|EN=Enugu|FC=Federal Capital Territory|GO=Gombe|IM=Imo|JI=Jigawa|
    KD=Kaduna|KE=Kebbi|KN=Kano|KO=Kogi|KT=Katsina|KW=Kwara|LA=Lagos|NA=Nasarawa|NI=Niger|OG=Ogun State|
    ON=Ondo|OS=Osun|OY=Oyo|PL=Plateau|RI=Rivers|SO=Sokoto|TA=Taraba|YO=Yobe|ZA=Zamfara`,
  PE: `
    AMA=Amazonas|ANC=Áncash|APU=Apurímac|ARE=Arequipa|AYA=Ayacucho|CAJ=Cajamarca|CAL=Callao|CUS=Cuzco|
    HUC=Huánuco|HUV=Huancavelica|ICA=Ica|JUN=Junín|LAL=La Libertad|LAM=Lambayeque|
    LIM=Gobierno Regional de Lima|LMA=Municipalidad Metropolitana de Lima|LOR=Loreto|MDD=Madre de Dios|
    MOQ=Moquegua|PAS=Pasco|PIU=Piura|PUN=Puno|SAM=San Martín|TAC=Tacna|TUM=Tumbes|UCA=Ucayali`,
  RU: `
    AD=Respublika Adygeya=Республика Адыгея|AL=Altay Republits=Республика Алтай|
    ALT=Altayskiy kray=Алтайский край|AMU=Amurskaya oblast'=Амурская область|
    ARK=Arkhangelskaya oblast'=Архангельская область|AST=Astrakhanskaya oblast'=Астраханская область|
    BA=Bashkortostan Republits=Республика Башкортостан|BEL=Belgorodskaya oblast'=Белгородская область|
    BRY=Bryanskaya oblast'=Брянская область|BU=Buryatiya Republits=Республика Бурятия|
    CE=Chechenskaya Republits=Чеченская Республика|CHE=Chelyabinskaya oblast'=Челябинская область|
    CHU=Chukotskiy=Чукотский автономный округ|CU=Chuvashia=Чувашская Республика|
    DA=Dagestan Republits=Республика Дагестан|IN=Ingushetiya Republits=Республика Ингушетия|
    IRK=Irkutskaya oblast'=Иркутская область|IVA=Ivanovskaya oblast'=Ивановская область|
    KAM=Kamchatskiy kray=Камчатский край|KB=Kabardino-Balkarskaya Republits=Кабардино-Балкарская Республика|
    KC=Karachaevo-Cherkesskaya Republits=Карачаево-Черкесская Республика|
    KDA=Krasnodarskiy kray=Краснодарский край|KEM=Kemerovskaya oblast'=Кемеровская область|
    KGD=Kaliningradskaya oblast'=Калининградская область|KGN=Kurganskaya oblast'=Курганская область|
    KHA=Khabarovskiy kray=Хабаровский край|
    KHM=Khanty-Mansiyskiy avtonomnyy okrug=Ханты-Мансийский автономный округ|
    KIR=Kirovskaya oblast'=Кировская область|KK=Khakasiya Republits=Республика Хакасия|
    KL=Respublika Kalmykiya=Республика Калмыкия|KLU=Kaluzhskaya oblast'=Калужская область|
    KO=Komi Republits=Республика Коми|KOS=Kostromskaya oblast'=Костромская область|
    KR=Kareliya Republits=Республика Карелия|KRS=Kurskaya oblast'=Курская область|
    KYA=Krasnoyarskiy kray=Красноярский край|LEN=Leningradskaya oblast'=Ленинградская область|
    LIP=Lipetskaya oblast'=Липецкая область|MAG=Magadanskaya oblast'=Магаданская область|
    ME=Respublika Mariy El=Республика Марий Эл|MO=Respublika Mordoviya=Республика Мордовия|
    MOS=Moskovskaya oblast'=Московская область|MOW=Moskva=Москва|MUR=Murmanskaya oblast'=Мурманская область|
    NEN=Nenetskiy=Ненецкий автономный округ|NGR=Novgorodskaya oblast'=Новгородская область|
    NIZ=Nizhegorodskaya oblast'=Нижегородская область|NVS=Novosibirskaya oblast'=Новосибирская область|
    OMS=Omskaya oblast'=Омская область|ORE=Orenburgskaya oblast'=Оренбургская область|
    ORL=Orlovskaya oblast'=Орловская область|PER=Permskiy kray=Пермский край|
    PNZ=Penzenskaya oblast'=Пензенская область|PRI=Primorskiy kray=Приморский край|
    PSK=Pskovskaya oblast'=Псковская область|ROS=Rostovskaya oblast'=Ростовская область|
    RYA=Ryazanskaya oblast'=Рязанская область|SA=Sakha (Yakutiya) Republits=Республика Саха (Якутия)|
    SAK=Sakhalinskaya oblast'=Сахалинская область|SAM=Samarskaya oblast'=Самарская область|
    SAR=Saratovskaya oblast'=Саратовская область|
    SE=Respublika Severnaya Osetiya-Alaniya=Республика Северная Осетия-Алания|
    SMO=Smolenskaya oblast'=Смоленская область|SPE=Sankt-Peterburg=Санкт-Петербург|
    STA=Stavropolskiy kray=Ставропольский край|SVE=Sverdlovskaya oblast'=Свердловская область|
    TA=Respublika Tatarstan=Республика Татарстан|TAM=Tambovskaya oblast'=Тамбовская область|
    TOM=Tomskaya oblast'=Томская область|TUL=Tulskaya oblast'=Тульская область|
    TVE=Tverskaya oblast'=Тверская область|TY=Tyva Republits=Республика Тыва|
    TYU=Tyumenskaya oblast'=Тюменская область|UD=Udmurtskaja Respublika=Республика Удмуртия|
    ULY=Ulyanovskaya oblast'=Ульяновская область|VGG=Volgogradskaya oblast'=Волгоградская область|
    VLA=Vladimirskaya oblast'=Владимирская область|VLG=Vologodskaya oblast'=Вологодская область|
    VOR=Voronezhskaya oblast'=Воронежская область|YAN=Yamalo-Nenetskiy=Ямало-Ненецкий автономный округ|
    YAR=Yaroslavskaya oblast'=Ярославская область|
    YEV=Evreyskaya avtonomnaya oblast'=Еврейская автономная область|ZAB=Zabaykalskiy kray=Забайкальский край`,
  TH: `
    10=Bangkok=กรุงเทพมหานคร|11=Samut Prakan=สมุทรปราการ|12=Nonthaburi=นนทบุรี|13=Pathum Thani=ปทุมธานี|
    14=Phra Nakhon Si Ayutthaya=พระนครศรีอยุธยา|15=Ang Thong=อ่างทอง|16=Lop Buri=ลพบุรี|
    17=Sing Buri=สิงห์บุรี|18=Chai Nat=ชัยนาท|19=Saraburi=สระบุรี|20=Chon Buri=ชลบุรี|21=Rayong=ระยอง|
    22=Chanthaburi=จันทบุรี|23=Trat=ตราด|24=Chachoengsao=ฉะเชิงเทรา|25=Prachin Buri=ปราจีนบุรี|
    26=Nakhon Nayok=นครนายก|27=Sa Kaeo=สระแก้ว|30=Nakhon Ratchasima=นครราชสีมา|31=Buri Ram=บุรีรัมย์|
    32=Surin=สุรินทร์|33=Si Sa Ket=ศรีสะเกษ|34=Ubon Ratchathani=อุบลราชธานี|35=Yasothon=ยโสธร|
    36=Chaiyaphum=ชัยภูมิ|37=Amnat Charoen=อำนาจเจริญ|38=Bueng Kan=จังหวัด บึงกาฬ|
    39=Nong Bua Lam Phu=หนองบัวลำภู|40=Khon Kaen=ขอนแก่น|41=Udon Thani=อุดรธานี|42=Loei=เลย|
    43=Nong Khai=หนองคาย|44=Maha Sarakham=มหาสารคาม|45=Roi Et=ร้อยเอ็ด|46=Kalasin=กาฬสินธุ์|
    47=Sakon Nakhon=สกลนคร|48=Nakhon Phanom=นครพนม|49=Mukdahan=มุกดาหาร|50=Chiang Mai=เชียงใหม่|
    51=Lamphun=ลำพูน|52=Lampang=ลำปาง|53=Uttaradit=อุตรดิตถ์|54=Phrae=แพร่|55=Nan=น่าน|56=Phayao=พะเยา|
    57=Chiang Rai=เชียงราย|58=Mae Hong Son=แม่ฮ่องสอน|60=Nakhon Sawan=นครสวรรค์|61=Uthai Thani=อุทัยธานี|
    62=Kamphaeng Phet=กำแพงเพชร|63=Tak=ตาก|64=Sukhothai=สุโขทัย|65=Phitsanulok=พิษณุโลก|66=Phichit=พิจิตร|
    67=Phetchabun=เพชรบูรณ์|70=Ratchaburi=ราชบุรี|71=Kanchanaburi=กาญจนบุรี|72=Suphanburi=สุพรรณบุรี|
    73=Nakhon Pathom=นครปฐม|74=Samut Sakhon=สมุทรสาคร|75=Samut Songkhram=สมุทรสงคราม|
    76=Phetchaburi=เพชรบุรี|77=Prachuap Khiri Khan=ประจวบคีรีขันธ์|80=Nakhon Si Thammarat=นครศรีธรรมราช|
    81=Krabi=กระบี่|82=Phang Nga=พังงา|83=Phuket=ภูเก็ต|84=Surat Thani=สุราษฎร์ธานี|85=Ranong=ระนอง|
    86=Chumpon=ชุมพร|90=Songkhla=สงขลา|91=Satun=สตูล|92=Trang=ตรัง|93=Phattalung=พัทลุง|94=Pattani=ปัตตานี|
    95=Yala=ยะลา|96=Narathiwat=นราธิวาส`,
  TW: `
    CHA=Changhua County=彰化縣|CYI=Chiayi City=嘉義市|CYQ=Chiayi County=嘉義縣|HSQ=Hsinchu County=新竹縣|
    HSZ=Hsinchu City=新竹市|HUA=Hualien County=花蓮縣|ILA=Yilan County=宜蘭縣|KEE=Keelung City=基隆市|
    KHH=Kaohsiung City=高雄市|KIN=Kinmen County=金門縣|LIE=Lienchiang County=連江縣|MIA=Miaoli County=苗栗縣|
    NAN=Nantou County=南投縣|NWT=New Taipei City=新北市|PEN=Penghu County=澎湖縣|PIF=Pingtung County=屏東縣|
    TAO=Taoyuan City=桃園市|TNN=Tainan City=台南市|TPE=Taipei City=台北市|TTT=Taitung County=台東縣|
    TXG=Taichung City=台中市|YUN=Yunlin County=雲林縣`,
  US: `
    AA=Armed Forces (AA)|AE=Armed Forces (AE)|AK=Alaska|AL=Alabama|AP=Armed Forces (AP)|AR=Arkansas|
    AS=American Samoa|AZ=Arizona|CA=California|CO=Colorado|CT=Connecticut|DC=District of Columbia|
    DE=Delaware|FL=Florida|GA=Georgia|GU=Guam|HI=Hawaii|IA=Iowa|ID=Idaho|IL=Illinois|IN=Indiana|KS=Kansas|
    KY=Kentucky|LA=Louisiana|MA=Massachusetts|MD=Maryland|ME=Maine|MI=Michigan|MN=Minnesota|MO=Missouri|
    MP=Northern Mariana Islands|MS=Mississippi|MT=Montana|NC=North Carolina|ND=North Dakota|NE=Nebraska|
    NH=New Hampshire|NJ=New Jersey|NM=New Mexico|NV=Nevada|NY=New York|OH=Ohio|OK=Oklahoma|OR=Oregon|
    PA=Pennsylvania|PR=Puerto Rico|RI=Rhode Island|SC=South Carolina|SD=South Dakota|TN=Tennessee|TX=Texas|
    UT=Utah|VA=Virginia|VI=Virgin Islands|VT=Vermont|WA=Washington|WI=Wisconsin|WV=West Virginia|WY=Wyoming`,
  VE: `
    A=Distrito Federal|B=Anzoátegui|C=Apure|D=Aragua|E=Barinas|F=Bolívar|G=Carabobo|H=Cojedes|I=Falcón|
    J=Guárico|K=Lara|L=Mérida|M=Miranda|N=Monagas|O=Nueva Esparta|P=Portuguesa|R=Sucre|S=Táchira|T=Trujillo|
    U=Yaracuy|V=Zulia|W=Dependencias Federales|X=Vargas|Y=Delta Amacuro|Z=Amazonas`,
};

/** The language of the second names. */
export const SUBDIVISION_LANGUAGES: Readonly<Record<string, string>> = {
  AE: "ar",
  CN: "zh",
  EG: "ar",
  ID: "id",
  JP: "ja",
  KR: "ko",
  RU: "ru",
  TH: "th",
  TW: "zh",
};
