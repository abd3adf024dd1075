/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-area.h"

#include <string.h>

/* The suffix of a prefecture's name. Hokkaido's is part of its name: nobody writes 北海. */
typedef enum
{
  SUFFIX_NONE,
  SUFFIX_TO,
  SUFFIX_FU,
  SUFFIX_KEN,
} Suffix;

typedef struct
{
  const char *code;
  const char *name;
  const char *short_name;
  const char *kana;
  const char *romaji;
  guint8 suffix;
  guint8 region;
} AreaInfo;

static const char *const suffix_kana[] = {
  [SUFFIX_NONE] = "",
  [SUFFIX_TO] = "と",
  [SUFFIX_FU] = "ふ",
  [SUFFIX_KEN] = "けん",
};

#define KEN(code, name, kana, romaji, region) \
  { code, name "県", name, kana, romaji, SUFFIX_KEN, MDG_REGION_##region }

/* Names and codes: JIS X 0401. Romaji without macrons, as the prefectures themselves write it. */
static const AreaInfo areas[MDG_N_AREAS] = {
  { "00", "全国", "全国", "ぜんこく", "Japan", SUFFIX_NONE, MDG_REGION_NONE },
  { "01", "北海道", "北海道", "ほっかいどう", "Hokkaido", SUFFIX_NONE, MDG_REGION_HOKKAIDO },
  KEN ("02", "青森", "あおもり", "Aomori", TOHOKU),
  KEN ("03", "岩手", "いわて", "Iwate", TOHOKU),
  KEN ("04", "宮城", "みやぎ", "Miyagi", TOHOKU),
  KEN ("05", "秋田", "あきた", "Akita", TOHOKU),
  KEN ("06", "山形", "やまがた", "Yamagata", TOHOKU),
  KEN ("07", "福島", "ふくしま", "Fukushima", TOHOKU),
  KEN ("08", "茨城", "いばらき", "Ibaraki", KANTO),
  KEN ("09", "栃木", "とちぎ", "Tochigi", KANTO),
  KEN ("10", "群馬", "ぐんま", "Gunma", KANTO),
  KEN ("11", "埼玉", "さいたま", "Saitama", KANTO),
  KEN ("12", "千葉", "ちば", "Chiba", KANTO),
  { "13", "東京都", "東京", "とうきょう", "Tokyo", SUFFIX_TO, MDG_REGION_KANTO },
  KEN ("14", "神奈川", "かながわ", "Kanagawa", KANTO),
  KEN ("15", "新潟", "にいがた", "Niigata", CHUBU),
  KEN ("16", "富山", "とやま", "Toyama", CHUBU),
  KEN ("17", "石川", "いしかわ", "Ishikawa", CHUBU),
  KEN ("18", "福井", "ふくい", "Fukui", CHUBU),
  KEN ("19", "山梨", "やまなし", "Yamanashi", CHUBU),
  KEN ("20", "長野", "ながの", "Nagano", CHUBU),
  KEN ("21", "岐阜", "ぎふ", "Gifu", CHUBU),
  KEN ("22", "静岡", "しずおか", "Shizuoka", CHUBU),
  KEN ("23", "愛知", "あいち", "Aichi", CHUBU),
  KEN ("24", "三重", "みえ", "Mie", KINKI),
  KEN ("25", "滋賀", "しが", "Shiga", KINKI),
  { "26", "京都府", "京都", "きょうと", "Kyoto", SUFFIX_FU, MDG_REGION_KINKI },
  { "27", "大阪府", "大阪", "おおさか", "Osaka", SUFFIX_FU, MDG_REGION_KINKI },
  KEN ("28", "兵庫", "ひょうご", "Hyogo", KINKI),
  KEN ("29", "奈良", "なら", "Nara", KINKI),
  KEN ("30", "和歌山", "わかやま", "Wakayama", KINKI),
  KEN ("31", "鳥取", "とっとり", "Tottori", CHUGOKU),
  KEN ("32", "島根", "しまね", "Shimane", CHUGOKU),
  KEN ("33", "岡山", "おかやま", "Okayama", CHUGOKU),
  KEN ("34", "広島", "ひろしま", "Hiroshima", CHUGOKU),
  KEN ("35", "山口", "やまぐち", "Yamaguchi", CHUGOKU),
  KEN ("36", "徳島", "とくしま", "Tokushima", SHIKOKU),
  KEN ("37", "香川", "かがわ", "Kagawa", SHIKOKU),
  KEN ("38", "愛媛", "えひめ", "Ehime", SHIKOKU),
  KEN ("39", "高知", "こうち", "Kochi", SHIKOKU),
  KEN ("40", "福岡", "ふくおか", "Fukuoka", KYUSHU_OKINAWA),
  KEN ("41", "佐賀", "さが", "Saga", KYUSHU_OKINAWA),
  KEN ("42", "長崎", "ながさき", "Nagasaki", KYUSHU_OKINAWA),
  KEN ("43", "熊本", "くまもと", "Kumamoto", KYUSHU_OKINAWA),
  KEN ("44", "大分", "おおいた", "Oita", KYUSHU_OKINAWA),
  KEN ("45", "宮崎", "みやざき", "Miyazaki", KYUSHU_OKINAWA),
  KEN ("46", "鹿児島", "かごしま", "Kagoshima", KYUSHU_OKINAWA),
  KEN ("47", "沖縄", "おきなわ", "Okinawa", KYUSHU_OKINAWA),
};

static const char *const region_labels[MDG_N_REGIONS][MDG_N_LANGUAGES] = {
  [MDG_REGION_NONE] = { "", "" },
  [MDG_REGION_HOKKAIDO] = { "Hokkaido", "北海道" },
  [MDG_REGION_TOHOKU] = { "Tohoku", "東北" },
  [MDG_REGION_KANTO] = { "Kanto", "関東" },
  [MDG_REGION_CHUBU] = { "Chubu", "中部" },
  [MDG_REGION_KINKI] = { "Kinki", "近畿" },
  [MDG_REGION_CHUGOKU] = { "Chugoku", "中国" },
  [MDG_REGION_SHIKOKU] = { "Shikoku", "四国" },
  [MDG_REGION_KYUSHU_OKINAWA] = { "Kyushu and Okinawa", "九州・沖縄" },
};

#define KATAKANA_FIRST 0x30a1 /* ァ */
#define KATAKANA_LAST 0x30f6  /* ヶ */
#define KATAKANA_TO_HIRAGANA 0x60
#define MACRON 0x0304
#define CIRCUMFLEX 0x0302

/* The form in which a query and a name are compared: full and half width, upper and lower case,
 * katakana and hiragana, ō and o are one. */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GString) bare = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  if (decomposed == NULL)
    return NULL;

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != MACRON && c != CIRCUMFLEX)
        g_string_append_unichar (bare, c);
    }

  composed = g_utf8_normalize (bare->str, -1, G_NORMALIZE_NFKC);
  folded = g_utf8_casefold (composed, -1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= KATAKANA_FIRST && c <= KATAKANA_LAST)
        c -= KATAKANA_TO_HIRAGANA;
      g_string_append_unichar (out, c);
    }

  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&out)));
}

static gboolean
code_matches (MdgArea area, const char *digits)
{
  return g_str_has_prefix (areas[area].code, digits) ||
         (strlen (digits) == 1 && areas[area].code[0] == '0' && areas[area].code[1] == *digits);
}

/**
 * mdg_area_is_prefecture:
 * @area: an area
 *
 * Returns: whether @area is one of the 47 prefectures
 */
gboolean
mdg_area_is_prefecture (MdgArea area)
{
  return area >= 1 && area <= MDG_N_PREFECTURES;
}

/**
 * mdg_area_get_code:
 * @area: an area
 *
 * Returns: its two-digit code, "00" for the nation and JIS X 0401 for a prefecture
 */
const char *
mdg_area_get_code (MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, "");

  return areas[area].code;
}

/**
 * mdg_area_get_name:
 * @area: an area
 *
 * Returns: its full Japanese name, e.g. "福島県"
 */
const char *
mdg_area_get_name (MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, "");

  return areas[area].name;
}

/**
 * mdg_area_get_short_name:
 * @area: an area
 *
 * Returns: its Japanese name without 都, 府 or 県, e.g. "福島"; Hokkaido keeps its 道
 */
const char *
mdg_area_get_short_name (MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, "");

  return areas[area].short_name;
}

/**
 * mdg_area_get_kana:
 * @area: an area
 *
 * Returns: the reading of its short name in hiragana, e.g. "ふくしま"
 */
const char *
mdg_area_get_kana (MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, "");

  return areas[area].kana;
}

/**
 * mdg_area_get_romaji:
 * @area: an area
 *
 * Returns: its short name in Latin letters, e.g. "Fukushima"; "Japan" for the nation
 */
const char *
mdg_area_get_romaji (MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, "");

  return areas[area].romaji;
}

/**
 * mdg_area_get_label:
 * @area: an area
 * @language: a language
 *
 * Returns: how it is called on screen, e.g. "福島県" or "Fukushima"
 */
const char *
mdg_area_get_label (MdgArea area, MdgLanguage language)
{
  g_return_val_if_fail (area < MDG_N_AREAS, "");

  return language == MDG_LANGUAGE_JAPANESE ? areas[area].name : areas[area].romaji;
}

/**
 * mdg_area_get_region:
 * @area: an area
 *
 * Returns: which of the eight regions it lies in; %MDG_REGION_NONE for the nation
 */
MdgRegion
mdg_area_get_region (MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, MDG_REGION_NONE);

  return areas[area].region;
}

/**
 * mdg_region_get_areas:
 * @region: a region, or %MDG_REGION_NONE for all prefectures
 * @members: (out caller-allocates): takes its prefectures, from north to south
 *
 * Returns: how many they are
 */
guint
mdg_region_get_areas (MdgRegion region, MdgArea members[MDG_N_PREFECTURES])
{
  guint n = 0;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    if (region == MDG_REGION_NONE || mdg_area_get_region (area) == region)
      members[n++] = area;

  return n;
}

/**
 * mdg_region_get_label:
 * @region: a region
 * @language: a language
 *
 * Returns: how it is called on screen; empty for %MDG_REGION_NONE
 */
const char *
mdg_region_get_label (MdgRegion region, MdgLanguage language)
{
  g_return_val_if_fail (region < MDG_N_REGIONS, "");
  g_return_val_if_fail (language < MDG_N_LANGUAGES, "");

  return region_labels[region][language];
}

/**
 * mdg_area_from_code:
 * @code: two digits, "00" to "47"
 * @area: (out): the area, untouched on failure
 *
 * Returns: whether @code is the code of an area
 */
gboolean
mdg_area_from_code (const char *code, MdgArea *area)
{
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      if (strcmp (code, areas[i].code) == 0)
        {
          *area = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_area_from_name:
 * @name: a Japanese name with or without its suffix; white space around it is ignored
 * @length: length of @name in bytes, or -1 if it ends with a zero byte
 * @area: (out): the area, untouched on failure
 *
 * Finds the area that is called exactly so: "東京" and "東京都", but neither "北海" nor "福島市".
 *
 * Returns: whether there is one
 */
gboolean
mdg_area_from_name (const char *name, gssize length, MdgArea *area)
{
  const char *start = name;
  const char *end;
  gsize n_bytes;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  end = name + (length < 0 ? strlen (name) : (gsize) length);
  if (!g_utf8_validate (name, end - name, NULL))
    return FALSE;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }

  n_bytes = end - start;

  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      const char *full = areas[i].name;
      const char *bare = areas[i].short_name;

      if ((strlen (full) == n_bytes && memcmp (full, start, n_bytes) == 0) ||
          (strlen (bare) == n_bytes && memcmp (bare, start, n_bytes) == 0))
        {
          *area = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_area_matches:
 * @area: an area
 * @query: what was typed so far
 *
 * Incremental search: whether @query is part of the area's name, of its reading in hiragana or
 * katakana, with or without suffix, of its name in Latin letters, or the beginning of its code.
 * Width, case and macrons make no difference.
 *
 * Returns: whether @area matches; every area matches an empty query
 */
gboolean
mdg_area_matches (MdgArea area, const char *query)
{
  g_autofree char *folded = NULL;
  g_autofree char *romaji = NULL;
  g_autofree char *reading = NULL;
  const AreaInfo *info;

  g_return_val_if_fail (area < MDG_N_AREAS, FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  folded = fold (query);
  if (folded == NULL)
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  if (strspn (folded, "0123456789") == strlen (folded))
    return code_matches (area, folded);

  info = &areas[area];
  romaji = g_ascii_strdown (info->romaji, -1);
  reading = g_strconcat (info->kana, suffix_kana[info->suffix], NULL);

  return strstr (info->name, folded) != NULL || strstr (reading, folded) != NULL ||
         strstr (romaji, folded) != NULL;
}
