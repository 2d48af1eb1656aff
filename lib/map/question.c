/* question.c - labels that ask what they mean: "What is the customer trying to do?" */
#include "map/contain.h"
#include "map/normal.h"
#include "base/utf8.h"

enum { LONGEST = 240, LONGEST_UNMARKED = 80, HEAD = 32 }; /* in bytes */

/* All given pieces must occur; the first line that fits wins, so the order matters. A piece with a
 * space in front begins a word. Texts are compared as cj_label_words makes them, with a space at
 * both ends, so no piece has an accent or a capital. */
typedef struct line {
    const char *piece[3];
    cj_elem elem;
} line;

typedef struct tongue {
    cj_label_lang lang;
    const char *const *asking; /* what a question begins with */
    const line *line;
} tongue;

/* clang-format off */
static const char *const asking_en[] = { " what ", " how ", " where ", " who ", " which ", " why ", " when ", NULL };
static const line english[] = {
    { { " think", " feel" }, CJ_MIND },
    { { " succe", " look" }, CJ_SUCCESS },
    { { " succe", " mean" }, CJ_SUCCESS },
    { { " good look" }, CJ_SUCCESS },
    { { " measure" }, CJ_KPI },
    { { " metric" }, CJ_KPI },
    { { " succe" }, CJ_SUCCESS },
    { { " know", " work" }, CJ_SUCCESS },
    { { " do we know" }, CJ_EVIDENCE },
    { { " how might we" }, CJ_OPPORTUNITY },
    { { " opportunit" }, CJ_OPPORTUNITY },
    { { " improve" }, CJ_OPPORTUNITY },
    { { " better" }, CJ_OPPORTUNITY },
    { { " trying to " }, CJ_GOAL },
    { { " want" }, CJ_GOAL },
    { { " hoping" }, CJ_GOAL },
    { { " goal" }, CJ_GOAL },
    { { " achieve" }, CJ_GOAL },
    { { " accomplish" }, CJ_GOAL },
    { { " expect" }, CJ_GOAL },
    { { " pain" }, CJ_PAIN },
    { { " frustrat" }, CJ_PAIN },
    { { " struggl" }, CJ_PAIN },
    { { " difficult" }, CJ_PAIN },
    { { " worr" }, CJ_PAIN },
    { { " confus" }, CJ_PAIN },
    { { " stuck" }, CJ_PAIN },
    { { " annoy" }, CJ_PAIN },
    { { " stop", " them" }, CJ_PAIN },
    { { " go wrong" }, CJ_PAIN },
    { { " going wrong" }, CJ_PAIN },
    { { " obstacle" }, CJ_PAIN },
    { { " barrier" }, CJ_PAIN },
    { { " challenge" }, CJ_PAIN },
    { { " problem" }, CJ_PAIN },
    { { " in the way" }, CJ_PAIN },
    { { " leave" }, CJ_RISK },
    { { " drop off" }, CJ_RISK },
    { { " churn" }, CJ_RISK },
    { { " feel" }, CJ_EMOTION },
    { { " emotion" }, CJ_EMOTION },
    { { " think" }, CJ_THOUGHT },
    { { " mind" }, CJ_THOUGHT },
    { { " head " }, CJ_THOUGHT },
    { { " question" }, CJ_THOUGHT },
    { { " wonder" }, CJ_THOUGHT },
    { { " interact" }, CJ_TOUCHPOINT },
    { { " touch" }, CJ_TOUCHPOINT },
    { { " contact" }, CJ_TOUCHPOINT },
    { { " channel" }, CJ_TOUCHPOINT },
    { { " where ", " happen" }, CJ_TOUCHPOINT },
    { { " where ", " take place" }, CJ_TOUCHPOINT },
    { { " where ", " meet" }, CJ_TOUCHPOINT },
    { { " who ", " responsible" }, CJ_OWNER },
    { { " who ", " own" }, CJ_OWNER },
    { { " who ", " involved" }, CJ_OWNER },
    { { " who ", " account" }, CJ_OWNER },
    { { " who ", " lead" }, CJ_OWNER },
    { { " how long " }, CJ_PERIOD },
    { { " how often " }, CJ_TIMING },
    { { " when " }, CJ_TIMING },
    { { " need" }, CJ_GOAL },
    { { " we ", " do " }, CJ_COUNTERMEASURE },
    { { " we ", " help" }, CJ_COUNTERMEASURE },
    { { " we ", " support" }, CJ_COUNTERMEASURE },
    { { " we ", " offer" }, CJ_COUNTERMEASURE },
    { { " our ", " do " }, CJ_COUNTERMEASURE },
    { { " say" }, CJ_VOICE },
    { { " phase" , " happen" }, CJ_DEFINITION },
    { { " stage" , " happen" }, CJ_DEFINITION },
    { { " do " }, CJ_BEHAVIOR },
    { { " doe " }, CJ_BEHAVIOR },
    { { " doing " }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};

static const char *const asking_de[] = { " was ", " wie ", " wo ", " woran ", " wer ", " wann ", " warum ", " welche ", " womit ", " wovor ", NULL };
static const line german[] = {
    { { " denk", " fuhl" }, CJ_MIND },
    { { " erfolg", " mess" }, CJ_KPI },
    { { " mess" }, CJ_KPI },
    { { " erfolg" }, CJ_SUCCESS },
    { { " besser" }, CJ_OPPORTUNITY },
    { { " verbesser" }, CJ_OPPORTUNITY },
    { { " fuhl" }, CJ_EMOTION },
    { { " empfind" }, CJ_EMOTION },
    { { " denk" }, CJ_THOUGHT },
    { { " fragt " }, CJ_THOUGHT },
    { { " problem" }, CJ_PAIN },
    { { " hinder" }, CJ_PAIN },
    { { " stort " }, CJ_PAIN },
    { { " frustri" }, CJ_PAIN },
    { { " schwer" }, CJ_PAIN },
    { { " argert" }, CJ_PAIN },
    { { " verantwort" }, CJ_OWNER },
    { { " zustandig" }, CJ_OWNER },
    { { " beteiligt" }, CJ_OWNER },
    { { " kontakt" }, CJ_TOUCHPOINT },
    { { " beruhr" }, CJ_TOUCHPOINT },
    { { " kanal" }, CJ_TOUCHPOINT },
    { { " interagier" }, CJ_TOUCHPOINT },
    { { " wie lange " }, CJ_PERIOD },
    { { " wie oft " }, CJ_TIMING },
    { { " wann " }, CJ_TIMING },
    { { " wir " }, CJ_COUNTERMEASURE },
    { { " will " }, CJ_GOAL },
    { { " wollen " }, CJ_GOAL },
    { { " mocht" }, CJ_GOAL },
    { { " erreich" }, CJ_GOAL },
    { { " erwart" }, CJ_GOAL },
    { { " brauch" }, CJ_GOAL },
    { { " tut " }, CJ_BEHAVIOR },
    { { " tun " }, CJ_BEHAVIOR },
    { { " macht " }, CJ_BEHAVIOR },
    { { " machen " }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};

static const char *const asking_fr[] = { " que ", " qu ", " ce que ", " ce qu ", " quel ", " quelle ", " qui ", " comment ", " ou ", " quand ", " combien ", NULL };
static const line french[] = {
    { { " pens", " ressent" }, CJ_MIND },
    { { " mesur" }, CJ_KPI },
    { { " succe" }, CJ_SUCCESS },
    { { " reussi" }, CJ_SUCCESS },
    { { " amelior" }, CJ_OPPORTUNITY },
    { { " ressen" }, CJ_EMOTION },
    { { " emotion" }, CJ_EMOTION },
    { { " pens" }, CJ_THOUGHT },
    { { " se demand" }, CJ_THOUGHT },
    { { " se pose " }, CJ_THOUGHT },
    { { " frein" }, CJ_PAIN },
    { { " frustr" }, CJ_PAIN },
    { { " bloqu" }, CJ_PAIN },
    { { " probleme" }, CJ_PAIN },
    { { " difficult" }, CJ_PAIN },
    { { " irrit" }, CJ_PAIN },
    { { " responsab" }, CJ_OWNER },
    { { " implique" }, CJ_OWNER },
    { { " interag" }, CJ_TOUCHPOINT },
    { { " contact" }, CJ_TOUCHPOINT },
    { { " canal " }, CJ_TOUCHPOINT },
    { { " canaux " }, CJ_TOUCHPOINT },
    { { " combien de temp" }, CJ_PERIOD },
    { { " quand " }, CJ_TIMING },
    { { " nou " }, CJ_COUNTERMEASURE },
    { { " nous " }, CJ_COUNTERMEASURE },
    { { " faisons " }, CJ_COUNTERMEASURE },
    { { " veut " }, CJ_GOAL },
    { { " veulent " }, CJ_GOAL },
    { { " souhait" }, CJ_GOAL },
    { { " attend" }, CJ_GOAL },
    { { " cherche" }, CJ_GOAL },
    { { " objectif" }, CJ_GOAL },
    { { " fait " }, CJ_BEHAVIOR },
    { { " font " }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};

static const char *const asking_es[] = { " que ", " lo que ", " quien ", " como ", " donde ", " cuando ", " cuanto ", " cual ", NULL };
static const line spanish[] = {
    { { " piensa", " siente" }, CJ_MIND },
    { { " pensando", " sintiendo" }, CJ_MIND },
    { { " mide" }, CJ_KPI },
    { { " medi" }, CJ_KPI },
    { { " exito" }, CJ_SUCCESS },
    { { " mejorar" }, CJ_OPPORTUNITY },
    { { " siente" }, CJ_EMOTION },
    { { " sintiendo" }, CJ_EMOTION },
    { { " piensa" }, CJ_THOUGHT },
    { { " pensando" }, CJ_THOUGHT },
    { { " pregunta" }, CJ_THOUGHT },
    { { " frustr" }, CJ_PAIN },
    { { " problema" }, CJ_PAIN },
    { { " impide" }, CJ_PAIN },
    { { " dificult" }, CJ_PAIN },
    { { " duele" }, CJ_PAIN },
    { { " preocupa" }, CJ_PAIN },
    { { " responsab" }, CJ_OWNER },
    { { " interact" }, CJ_TOUCHPOINT },
    { { " contact" }, CJ_TOUCHPOINT },
    { { " canal" }, CJ_TOUCHPOINT },
    { { " cuanto tiempo " }, CJ_PERIOD },
    { { " cuando " }, CJ_TIMING },
    { { " hacemo" }, CJ_COUNTERMEASURE },
    { { " podemo" }, CJ_COUNTERMEASURE },
    { { " nosotro" }, CJ_COUNTERMEASURE },
    { { " quiere" }, CJ_GOAL },
    { { " espera" }, CJ_GOAL },
    { { " busca" }, CJ_GOAL },
    { { " necesita" }, CJ_GOAL },
    { { " lograr" }, CJ_GOAL },
    { { " dice " }, CJ_VOICE },
    { { " hace " }, CJ_BEHAVIOR },
    { { " hacen " }, CJ_BEHAVIOR },
    { { " haciendo " }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};

static const char *const asking_pt[] = { " o que ", " que ", " quem ", " como ", " onde ", " quando ", " quanto ", " qual ", " quai ", NULL };
static const line portuguese[] = {
    { { " pensa", " sente" }, CJ_MIND },
    { { " pensando", " sentindo" }, CJ_MIND },
    { { " medi" }, CJ_KPI },
    { { " mede" }, CJ_KPI },
    { { " sucesso" }, CJ_SUCCESS },
    { { " melhorar" }, CJ_OPPORTUNITY },
    { { " sente" }, CJ_EMOTION },
    { { " sentindo" }, CJ_EMOTION },
    { { " pensa" }, CJ_THOUGHT },
    { { " pergunta" }, CJ_THOUGHT },
    { { " frustr" }, CJ_PAIN },
    { { " problema" }, CJ_PAIN },
    { { " impede" }, CJ_PAIN },
    { { " dificult" }, CJ_PAIN },
    { { " atrapalha" }, CJ_PAIN },
    { { " incomoda" }, CJ_PAIN },
    { { " responsa" }, CJ_OWNER },
    { { " interag" }, CJ_TOUCHPOINT },
    { { " contato" }, CJ_TOUCHPOINT },
    { { " cana" }, CJ_TOUCHPOINT },
    { { " quanto tempo " }, CJ_PERIOD },
    { { " quando " }, CJ_TIMING },
    { { " fazemo" }, CJ_COUNTERMEASURE },
    { { " podemo" }, CJ_COUNTERMEASURE },
    { { " quer " }, CJ_GOAL },
    { { " querem " }, CJ_GOAL },
    { { " espera" }, CJ_GOAL },
    { { " busca" }, CJ_GOAL },
    { { " precisa" }, CJ_GOAL },
    { { " alcancar " }, CJ_GOAL },
    { { " diz " }, CJ_VOICE },
    { { " faz " }, CJ_BEHAVIOR },
    { { " fazem " }, CJ_BEHAVIOR },
    { { " fazendo " }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};

/* й and ё lose their marks as accents do. */
static const char *const asking_ru[] = { " что ", " чего ", " о чем ", " чем ", " как ", " какие ", " какои ", " где ", " кто ", " когда ", " сколько ", " зачем ", NULL };
static const line russian[] = {
    { { " дума", " чувств" }, CJ_MIND },
    { { " измер" }, CJ_KPI },
    { { " метрик" }, CJ_KPI },
    { { " успе" }, CJ_SUCCESS },
    { { " улучш" }, CJ_OPPORTUNITY },
    { { " чувств" }, CJ_EMOTION },
    { { " дума" }, CJ_THOUGHT },
    { { " вопрос" }, CJ_THOUGHT },
    { { " меша" }, CJ_PAIN },
    { { " боит" }, CJ_PAIN },
    { { " раздража" }, CJ_PAIN },
    { { " проблем" }, CJ_PAIN },
    { { " трудн" }, CJ_PAIN },
    { { " беспоко" }, CJ_PAIN },
    { { " отвеча" }, CJ_OWNER },
    { { " ответствен" }, CJ_OWNER },
    { { " взаимодеи" }, CJ_TOUCHPOINT },
    { { " контакт" }, CJ_TOUCHPOINT },
    { { " канал" }, CJ_TOUCHPOINT },
    { { " сколько времени " }, CJ_PERIOD },
    { { " как долго " }, CJ_PERIOD },
    { { " как часто " }, CJ_TIMING },
    { { " когда " }, CJ_TIMING },
    { { " мы " }, CJ_COUNTERMEASURE },
    { { " хоч" }, CJ_GOAL },
    { { " хотят " }, CJ_GOAL },
    { { " нужно " }, CJ_GOAL },
    { { " стрем" }, CJ_GOAL },
    { { " ожида" }, CJ_GOAL },
    { { " говор" }, CJ_VOICE },
    { { " дела" }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};

static const line japanese[] = {
    { { "考え", "感じ" }, CJ_MIND },
    { { "測" }, CJ_KPI },
    { { "成功" }, CJ_SUCCESS },
    { { "達成" }, CJ_GOAL },
    { { "したいこと" }, CJ_GOAL },
    { { "何をしたい" }, CJ_GOAL },
    { { "求め" }, CJ_GOAL },
    { { "目指" }, CJ_GOAL },
    { { "困" }, CJ_PAIN },
    { { "つまず" }, CJ_PAIN },
    { { "つまづ" }, CJ_PAIN },
    { { "悩" }, CJ_PAIN },
    { { "不満" }, CJ_PAIN },
    { { "不便" }, CJ_PAIN },
    { { "不安" }, CJ_PAIN },
    { { "難し" }, CJ_PAIN },
    { { "妨げ" }, CJ_PAIN },
    { { "改善" }, CJ_OPPORTUNITY },
    { { "もっと良く" }, CJ_OPPORTUNITY },
    { { "知りたい" }, CJ_THOUGHT },
    { { "疑問" }, CJ_THOUGHT },
    { { "考え" }, CJ_THOUGHT },
    { { "感じ" }, CJ_EMOTION },
    { { "気持ち" }, CJ_EMOTION },
    { { "接点" }, CJ_TOUCHPOINT },
    { { "どこで" }, CJ_TOUCHPOINT },
    { { "何を通じて" }, CJ_TOUCHPOINT },
    { { "どの部署" }, CJ_OWNER },
    { { "誰が" }, CJ_OWNER },
    { { "だれが" }, CJ_OWNER },
    { { "どのくらいの期間" }, CJ_PERIOD },
    { { "いつまで続く" }, CJ_PERIOD },
    { { "いつ" }, CJ_TIMING },
    { { "自社" }, CJ_COUNTERMEASURE },
    { { "当社" }, CJ_COUNTERMEASURE },
    { { "私たち" }, CJ_COUNTERMEASURE },
    { { "我々" }, CJ_COUNTERMEASURE },
    { { "支援" }, CJ_COUNTERMEASURE },
    { { "行動" }, CJ_BEHAVIOR },
    { { "何をす" }, CJ_BEHAVIOR },
    { { "何をし" }, CJ_BEHAVIOR },
    { { "やっている" }, CJ_BEHAVIOR },
    { { "行っている" }, CJ_BEHAVIOR },
    { { "している" }, CJ_BEHAVIOR },
    { { "顧客がする" }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};

static const line chinese[] = {
    { { "想", "感受" }, CJ_MIND },
    { { "衡量" }, CJ_KPI },
    { { "成功" }, CJ_SUCCESS },
    { { "改进" }, CJ_OPPORTUNITY },
    { { "改善" }, CJ_OPPORTUNITY },
    { { "目标" }, CJ_GOAL },
    { { "想要" }, CJ_GOAL },
    { { "期望" }, CJ_GOAL },
    { { "困难" }, CJ_PAIN },
    { { "问题" }, CJ_PAIN },
    { { "阻碍" }, CJ_PAIN },
    { { "困扰" }, CJ_PAIN },
    { { "感受" }, CJ_EMOTION },
    { { "感觉" }, CJ_EMOTION },
    { { "想什么" }, CJ_THOUGHT },
    { { "接触" }, CJ_TOUCHPOINT },
    { { "渠道" }, CJ_TOUCHPOINT },
    { { "谁负责" }, CJ_OWNER },
    { { "多长时间" }, CJ_PERIOD },
    { { "我们" }, CJ_COUNTERMEASURE },
    { { "做什么" }, CJ_BEHAVIOR },
    { { "做了什么" }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};

static const line korean[] = {
    { { "생각", "느끼" }, CJ_MIND },
    { { "측정" }, CJ_KPI },
    { { "성공" }, CJ_SUCCESS },
    { { "개선" }, CJ_OPPORTUNITY },
    { { "목표" }, CJ_GOAL },
    { { "원하는" }, CJ_GOAL },
    { { "하고 싶" }, CJ_GOAL },
    { { "불편" }, CJ_PAIN },
    { { "어려" }, CJ_PAIN },
    { { "궁금" }, CJ_THOUGHT },
    { { "생각" }, CJ_THOUGHT },
    { { "느끼" }, CJ_EMOTION },
    { { "느낌" }, CJ_EMOTION },
    { { "접점" }, CJ_TOUCHPOINT },
    { { "어디서" }, CJ_TOUCHPOINT },
    { { "누가" }, CJ_OWNER },
    { { "얼마나" }, CJ_PERIOD },
    { { "언제" }, CJ_TIMING },
    { { "우리" }, CJ_COUNTERMEASURE },
    { { "무엇을" }, CJ_BEHAVIOR },
    { { "하는 일" }, CJ_BEHAVIOR },
    { { NULL }, CJ_CUSTOM },
};
/* clang-format on */

static const tongue tongues[] = {
    { CJ_IN_EN, asking_en, english },    { CJ_IN_DE, asking_de, german },
    { CJ_IN_FR, asking_fr, french },     { CJ_IN_ES, asking_es, spanish },
    { CJ_IN_PT, asking_pt, portuguese }, { CJ_IN_RU, asking_ru, russian },
};

static bool fits(const line *l, cj_str text)
{
    size_t i;

    for (i = 0; i < 3 && l->piece[i]; i++)
        if (!cj_str_has(text, cj_str_of(l->piece[i])))
            return false;
    return true;
}

static bool first_fit(const line *l, cj_label_lang lang, cj_str text, cj_sense *out)
{
    while (l->piece[0] && !fits(l, text))
        l++;
    if (!l->piece[0])
        return false;
    out->elem[0] = l->elem;
    out->n = 1;
    out->reading = CJ_READ_CONTAINED;
    out->langs |= 1u << lang;
    return true;
}

static bool begins(cj_str words, const char *const *asking)
{
    for (; *asking; asking++)
        if (cj_str_starts(words, cj_str_of(*asking)))
            return true;
    return false;
}

static bool any_of(cj_str text, const cj_str *list, size_t n, bool at_end)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (at_end ? cj_str_ends(text, list[i]) : cj_str_has(text, list[i]))
            return true;
    return false;
}

/* 何に困っている？, どう感じているか; and what is named by what people do: 不便に感じること. */
static bool asks_in_cjk(cj_str text, bool mark)
{
    static const cj_str ends[] = { CJ_LIT("か"), CJ_LIT("こと"),   CJ_LIT("もの"),
                                   CJ_LIT("点"), CJ_LIT("ところ"), CJ_LIT("점"),
                                   CJ_LIT("일"), CJ_LIT("것") };
    static const cj_str words[] = { CJ_LIT("什么"), CJ_LIT("如何"), CJ_LIT("怎么"),
                                    CJ_LIT("谁"),   CJ_LIT("무엇"), CJ_LIT("어떻게") };

    return mark || any_of(text, ends, sizeof ends / sizeof *ends, true) ||
           any_of(text, words, sizeof words / sizeof *words, false);
}

static bool has_hangul(cj_str s)
{
    while (s.n)
        if (cj_utf8_script(cj_utf8_next(&s)) == CJ_SCRIPT_HANGUL)
            return true;
    return false;
}

static bool in_cjk(cj_str text, bool mark, cj_sense *out)
{
    if (!asks_in_cjk(text, mark))
        return false;
    if (has_hangul(text))
        return first_fit(korean, CJ_IN_KO, text, out);
    return first_fit(japanese, CJ_IN_JA, text, out) ||
           first_fit(chinese, CJ_IN_ZH, text, out);
}

static cj_str spaced(const cj_known *known, cj_str text)
{
    cj_str words = cj_label_words(known->arena, text);

    return cj_str_fmt(known->arena, " " CJ_FMT " ", CJ_ARG(words));
}

/* Most texts do not begin as a question does, which their first bytes show. */
bool cj_sense_question(const cj_known *known, cj_str text, cj_sense *out)
{
    bool mark;
    cj_str words, head;
    size_t i;

    if (text.n > LONGEST)
        return false;
    mark = cj_str_has(text, CJ_STR("?")) || cj_str_has(text, CJ_STR("？"));
    if (cj_label_cjk(text))
        return in_cjk(text, mark, out);
    if (!mark && text.n > LONGEST_UNMARKED)
        return false;
    head = spaced(known, cj_utf8_head(text, HEAD));
    for (i = 0; i < sizeof tongues / sizeof *tongues; i++) {
        if (!begins(head, tongues[i].asking))
            continue;
        words = spaced(known, text);
        if (first_fit(tongues[i].line, tongues[i].lang, words, out))
            return true;
    }
    return false;
}
