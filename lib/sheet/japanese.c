/* japanese.c - whether a text that was decoded on trial reads as Japanese. */
#include "sheet/japanese.h"
#include "base/utf8.h"
#include <string.h>

/* The kanji taught in primary school and those frequent in business texts and names, sorted;
 * three bytes each. Random kanji, which is what other languages misread look like, hit them
 * one time in three, real texts nine times in ten. */
static const char common_kanji[] =
    "一丁七万三上下不与世丘両並中丸主久之乗九也乱乳了予争事二互五井亡交京亮人仁今介仏仕他"
    "付代令以仮仲件任企伊休会伝伴伺似位低住佐体何余作佳併使例供依価便係促保信修俳俵倉個倍"
    "候借値停健側備傷傾働像億優元兄充兆先光児党入全八公六共兵具典内円冊再写冬冷処出刀分切"
    "刊列初判別利制刷券刺刻則削前副割創劇力功加助努労効勇勉動務勝募勢勤勧包化北区医匿十千"
    "午半卒協南単博印危即卵厚原厳去参又及友反収取受口古句可台史右号司各合吉同名后向君否含"
    "吸吹告周味呼命和咲品哉員唯唱商問善喜営器四回因団困囲図固国園土圧在地坂均坪垂型埋城域"
    "執基埼堀堂報場塚塩境墓増壁士声売変夏夕外多夜夢大天太夫央失奈奏契奥奨奮女好妙妹妻姉始"
    "委姫姿婦媛子字存孝季学孫宅宇守安完宗官宙定宜宝実客宣室宮害家容宿寄密富寒察寧寸寺対寿"
    "専射将尊導小少就尺尾局居届屋展属層履山岐岡岩岸島崎川州巣工左巧差己巻市布希師席帯帰帳"
    "常幅幕干平年幸幹幼庁広序底店府度座庫庭康延建弁弊式弓引弘弟弱張強当形彦彩役往径待律後"
    "徐徒従得御復徳徹心必志忘応忠快念思急性恐恩息恵悩悪悲情惑想意愛感態慎慣慮憂憲憶成我戦"
    "戸戻所手才打払扱批承技把抑投折抱抽担招拝拠拡括拾持指挑挙捉捗捨据授排採探接推措掲揃描"
    "提換握揮援損搭携摘操支改放政故救敗教散敬数整敵文斉斎料断新方施旅族旗既日旦旧早旬明易"
    "昔星映春昨昭昼時晩景晴智暑暖暗暦暮暴曜曲更書替最月有服朗望朝期木未末本札机杉材村束条"
    "来東松板析林枚果枝枠架染柱柳柴査栃栄校株根格案桑桜梅梨械棒森植検業極楽概榊構様標模権"
    "横樹橋機欄欠次欲歌止正武歩歯歳歴死殊残段殺母毎毒比毛氏民気水氷永求池決汽沖沢河油治沿"
    "況泉法波泣注泳洋洗活派流浅浜浩浮浴海消液深混添清済減渡温測港湖湯満源準滋滑滝滞漁漏演"
    "漢潔潟潮激濃瀬火灯灰災炭点為無焦然焼照熊熟熱燃父片版牛牧物特犬犯状狙狩独狭猫献率玉王"
    "班現球理環甘生産用田由申男町画界畑留略番異疑病痛発登白百的皆皇皮皿益盗盛盟監盤目直相"
    "省看県真眠眼着督瞬矢知短石砂研破確磁礎示礼社祖祝神票祭禁福私秋科秒秘移程税稟種稲稼稿"
    "穀積穏穴究空突窃窓立章童端競竹笑笛第筆等筋答策箇算管箱節範築篠簡簿米粉粗精糖糸系紀約"
    "紅納純紗紙級素細紹終組経結絞給統絵絶絹継続維網綿緊総緑緒線締編緩練縁縄縦縮績繁繋織繰"
    "罪置罰署羅羊美群義羽翌習翼老考者耕耳聖聞職肉肥肩育肺胃背胞胸能脅脈脱脳腕腸腹膨臓臣臨"
    "自至致興舌舎航般船良色花芸芽若苦英茨茶草荒荷菅菜落葉著蒸蔵薬藍藤虚虫蚕融血衆行術街衛"
    "衝衣表裁裂装裏裕補製複褒西要見規視覚覧親観角解触言訂計討訓託記訪設許訳訴証評詞試詩詰"
    "話詳誇誌認誕誘語誠誤説読誰課調談請論諸謙講謝識譜警議譲護谷豆豊象貝負財貢貧貨販貫責貯"
    "貴買貸費貼貿賀賃賄資賛賞質購贈赤走起超越足距路践踏身車軌軍軒転軸軽較載輝輩輪輸辞農辺"
    "込迅迎近返述迷追退送逃逆通速造連週進遂遅遇遊運過道達違遠適遭遵選遺避那郎郡部郵郷都配"
    "酒酬酸釈里重野量金針釣鈍鈴鉄鉱銀銅銭鋭鋼録鍵鎖鏡長門閉開間関閣閲閾阜阪防降限陛院陣除"
    "陥陸険陽隊階随隔際障隠雄集雑離難雨雪雰雲零電霊青静非面革靴音響頁頂項順須預頑領頭頻頼"
    "題額顔顕願類顧風飛食飯飲飼飽養館首香馬駅駆験驚骨高髪魅魚鮮鳥鳴鹿麦黄黒黙鼻齢";

typedef enum kind { OTHER, LATIN, KANA, HAN, HALF } kind;

static kind kind_of(uint32_t cp)
{
    if ((cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z'))
        return LATIN;
    if (cp >= 0xff61 && cp <= 0xff9f)
        return HALF;
    switch (cj_utf8_script(cp)) {
    case CJ_SCRIPT_HIRAGANA:
    case CJ_SCRIPT_KATAKANA:
        return KANA;
    case CJ_SCRIPT_HAN:
        return HAN;
    default:
        return OTHER;
    }
}

static bool is_common(uint32_t cp)
{
    unsigned char key[3];
    size_t lo = 0, hi = (sizeof common_kanji - 1) / 3;

    if (cp < 0x4e00 || cp > 0x9fff)
        return false;
    key[0] = (unsigned char)(0xe0 | cp >> 12);
    key[1] = (unsigned char)(0x80 | (cp >> 6 & 0x3f));
    key[2] = (unsigned char)(0x80 | (cp & 0x3f));
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = memcmp(common_kanji + mid * 3, key, 3);

        if (c == 0)
            return true;
        if (c < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return false;
}

static bool half_letter(uint32_t cp)
{
    return cp >= 0xff66 && cp <= 0xff9f;
}

static bool half_mark(uint32_t cp)
{
    return cp >= 0xff61 && cp <= 0xff65;
}

static bool one_of(uint32_t cp, const char *half_width)
{
    cj_str rest = cj_str_of(half_width);

    while (rest.n)
        if (cj_utf8_next(&rest) == cp)
            return true;
    return false;
}

/* Which half-width katakana may follow which. EUC-JP kana read as CP932 are a mark at every
 * other place (､ｶ､ｹ); its kanji, and Korean and Chinese, break the rules of voicing and of small
 * letters. */
static bool half_fits(uint32_t before, uint32_t last, uint32_t cp)
{
    if (half_mark(cp))
        return !(half_letter(last) && half_mark(before));
    switch (cp) {
    case 0xff67: /* ｧ ｨ ｩ ｪ ｫ */
    case 0xff68:
    case 0xff69:
    case 0xff6a:
    case 0xff6b:
        return one_of(last, "ｳｸｼﾁﾂﾃﾄﾌﾞ");
    case 0xff6c: /* ｬ ｭ ｮ */
    case 0xff6d:
    case 0xff6e:
        return one_of(last, "ｷｼﾁﾃﾄﾆﾋﾌﾐﾘﾞﾟ");
    case 0xff6f: /* ｯ ｰ ﾝ begin no word */
    case 0xff70:
    case 0xff9d:
        return half_letter(last);
    case 0xff9e:
        return last == 0xff73 || (last >= 0xff76 && last <= 0xff84) ||
               (last >= 0xff8a && last <= 0xff8e);
    case 0xff9f:
        return last >= 0xff8a && last <= 0xff8e;
    default:
        return true;
    }
}

static void see_half(cj_japanese *j, uint32_t cp)
{
    bool fits = half_fits(j->before, j->last, cp);

    j->half++;
    j->half_early += cp >= 0xff71 && cp <= 0xff7f;
    j->half_odd += !fits;
    j->half_voiced += fits && cp >= 0xff9e;
}

static void see_wide(cj_japanese *j, kind now, kind last, uint32_t cp)
{
    j->run.kana += now == KANA ? last == KANA || last == HAN : last == KANA;
    if (now == HAN) {
        bool common = is_common(cp);

        j->han++;
        j->common += common;
        j->run.pairs += common && last == HAN && is_common(j->last);
    }
}

/* A run ends before a character of another kind. Accented letters misread are short runs that
 * Latin letters touch: half-width ones on one side (ﾜbung), others on both (pr残仕ente). */
static void end_run(cj_japanese *j, kind next)
{
    bool left = kind_of(j->run.before) == LATIN, right = next == LATIN;
    bool half = kind_of(j->last) == HALF;

    if (j->run.n &&
        (half ? j->run.n <= 2 && (left || right) : j->run.n <= 3 && left && right)) {
        j->in_latin++;
    } else {
        j->kana += j->run.kana;
        j->pairs += j->run.pairs;
    }
    memset(&j->run, 0, sizeof j->run);
}

static void see(cj_japanese *j, uint32_t cp)
{
    kind now = kind_of(cp), last = kind_of(j->last);

    if ((now == HALF) != (last == HALF) || now == LATIN || now == OTHER)
        end_run(j, now);
    if (now == HALF || now == KANA || now == HAN) {
        if (!j->run.n++)
            j->run.before = j->last;
        if (now == HALF)
            see_half(j, cp);
        else
            see_wide(j, now, last, cp);
    }
    j->never +=
        (cp >= 0x80 && cp <= 0xa0) || (cp >= 0xe000 && cp <= 0xf8ff) || cp == CJ_BAD;
    j->before = j->last;
    j->last = cp;
}

void cj_japanese_feed(cj_japanese *j, cj_str text)
{
    while (text.n)
        see(j, cj_utf8_next(&text));
}

/* Half-width katakana alone: a text of it has voicing marks, and letters from the first rows. */
static bool half_reads(const cj_japanese *j)
{
    return j->half >= 4 && !j->han && !j->in_latin && j->half_odd * 50 <= j->half &&
           j->half_voiced * 20 >= j->half && j->half_early * 10 >= j->half;
}

bool cj_japanese_reads(const cj_japanese *seen, bool shared)
{
    cj_japanese j = *seen;

    end_run(&j, OTHER);
    if (j.never)
        return false;
    if (!j.kana && !j.pairs)
        return half_reads(&j);
    if (j.kana + j.pairs < 2 * (j.in_latin + j.half_odd))
        return false;
    if (j.kana * 10 >= j.han)
        return (j.common + j.kana) * 2 >= j.han && (!shared || j.kana + j.pairs >= 4);
    return shared ? j.han >= 8 && j.common * 20 >= j.han * 17 : j.common * 3 >= j.han * 2;
}
