/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-area-cell.h"

#include "import/deck/mdg-scan.h"
#include "import/sheet/mdg-cell.h"

#include <string.h>

#define KATAKANA_TO_HIRAGANA 0x60

/* JIS X 0402: the check digit of a prefecture's own code, which is its number and three zeros. */
static int
get_check_digit (int area)
{
  int sum = area / 10 * 6 + area % 10 * 5;

  return (11 - sum % 11) % 10;
}

/**
 * mdg_area_cell_read_code:
 * @text: a cell, normalised
 * @area: (out): the area
 *
 * Reads the code of a prefecture: two digits, five with three zeros (13000), or six of which the last
 * must be the right check digit (130001); also as a spreadsheet writes them as numbers, without the
 * zero in front. 00 and 00000 are the nation.
 *
 * Returns: whether it is one
 */
gboolean
mdg_area_cell_read_code (const char *text, MdgArea *area)
{
  const char *p = mdg_cell_skip_guard (text);
  gsize length = mdg_cell_get_length (p);
  int number = 0;
  int prefecture;

  if (length == 0 || length > 6 || strspn (p, "0123456789") != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    number = number * 10 + (p[i] - '0');

  if (number == 0)
    {
      if (length != 2 && length != 5)
        return FALSE;
      *area = MDG_AREA_NATIONAL;
      return TRUE;
    }

  if (length <= 2)
    prefecture = number;
  else if (length <= 5 && number % 1000 == 0)
    prefecture = number / 1000;
  else if (length >= 5 && number / 10 % 1000 == 0 &&
           number % 10 == get_check_digit (number / 10000))
    prefecture = number / 10000;
  else
    return FALSE;

  if (prefecture < 1 || prefecture > MDG_N_PREFECTURES)
    return FALSE;
  *area = (MdgArea) prefecture;
  return TRUE;
}

static gboolean
reads_as_kana (const char *text, MdgArea *area)
{
  static const char *const suffixes[] = { "", "けん", "と", "ふ" };
  char hiragana[64];
  gsize length = 0;

  for (; *text != '\0' && *text != ' '; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0x30a1 && c <= 0x30f6)
        c -= KATAKANA_TO_HIRAGANA;
      if (c < 0x3041 || c > 0x3096 || length + 7 > sizeof hiragana)
        return FALSE;
      length += (gsize) g_unichar_to_utf8 (c, hiragana + length);
    }
  hiragana[length] = '\0';
  if (length == 0)
    return FALSE;

  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      const char *kana = mdg_area_get_kana (i);
      gsize n = strlen (kana);

      if (strncmp (hiragana, kana, n) != 0)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (suffixes); j++)
        if (strcmp (hiragana + n, suffixes[j]) == 0)
          {
            *area = i;
            return TRUE;
          }
    }

  return FALSE;
}

static gboolean
reads_as_romaji (const char *text, MdgArea *area)
{
  static const char *const suffixes[] = { "", "-ken", "-to", "-fu", " prefecture", " ken" };
  gsize length = mdg_cell_get_length (text);

  if (!g_ascii_isalpha (*text))
    return FALSE;
  if (length == 8 && g_ascii_strncasecmp (text, "national", length) == 0)
    {
      *area = MDG_AREA_NATIONAL;
      return TRUE;
    }

  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      const char *romaji = mdg_area_get_romaji (i);
      gsize n = strlen (romaji);

      if (length < n || g_ascii_strncasecmp (text, romaji, n) != 0)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (suffixes); j++)
        if (strlen (suffixes[j]) == length - n &&
            g_ascii_strncasecmp (text + n, suffixes[j], length - n) == 0)
          {
            *area = i;
            return TRUE;
          }
    }

  return FALSE;
}

/**
 * mdg_area_cell_read:
 * @text: a cell, normalised
 * @area: (out): the area
 *
 * Reads a cell that holds the name of an area and nothing else, with or without its suffix, in
 * ideographs, kana or Latin letters; or its number and its name ("01 北海道").
 *
 * Returns: whether it does
 */
gboolean
mdg_area_cell_read (const char *text, MdgArea *area)
{
  static const char *const nation[] = { "全国計", "全国合計", "全国平均", "全国値" };
  const char *start = mdg_cell_skip_guard (text);
  const char *p = start;
  gsize length = mdg_cell_get_length (start);

  if (length == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (nation); i++)
    if (strlen (nation[i]) == length && strncmp (start, nation[i], length) == 0)
      {
        *area = MDG_AREA_NATIONAL;
        return TRUE;
      }

  if (g_ascii_isdigit (*p) && g_ascii_isdigit (p[1]))
    {
      MdgArea number = (MdgArea) ((p[0] - '0') * 10 + (p[1] - '0'));

      p += 2;
      if (*p == '.' || *p == ':')
        p++;
      return mdg_scan_area (&p, area) && *area == number && mdg_scan_end (&p);
    }
  if (mdg_scan_area (&p, area))
    return mdg_scan_end (&p);

  return reads_as_kana (start, area) || reads_as_romaji (start, area);
}

static gboolean
is_total_word (const char *text)
{
  static const char *const words[] = { "合計", "総計", "計", "総数", "全体", "total" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * mdg_area_cell_is_total:
 * @text: a cell of the column of areas, normalised
 *
 * Returns: whether it names a total, which is the nation's only where all prefectures are there
 */
gboolean
mdg_area_cell_is_total (const char *text)
{
  g_autofree char *compact = mdg_scan_compact (mdg_cell_skip_guard (text));

  return is_total_word (compact);
}

/**
 * mdg_area_cell_read_region_total:
 * @text: a cell of the column of areas, normalised
 * @region: (out): the region
 *
 * Returns: whether it names the total of one of the eight regions ("東北 計", "Tohoku, total")
 */
gboolean
mdg_area_cell_read_region_total (const char *text, MdgRegion *region)
{
  g_autofree char *compact = mdg_scan_compact (mdg_cell_skip_guard (text));

  for (guint i = MDG_REGION_HOKKAIDO; i < MDG_N_REGIONS; i++)
    for (guint language = 0; language < MDG_N_LANGUAGES; language++)
      {
        g_autofree char *label = mdg_scan_compact (mdg_region_get_label (i, language));
        gsize length = strlen (label);

        if (g_ascii_strncasecmp (compact, label, length) != 0)
          continue;
        if (is_total_word (compact + length + strspn (compact + length, ",:/")) ||
            g_str_equal (compact + length, "地方計") || g_str_equal (compact + length, "小計"))
          {
            *region = i;
            return TRUE;
          }
      }

  return FALSE;
}
