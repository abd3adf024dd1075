/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-cell.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

/* As many decimals as an exact decimal holds; a spreadsheet prints up to 17 digits. */
#define MAX_DECIMALS 9

/**
 * mdg_cell_skip_guard:
 * @text: a cell
 *
 * Passes over the apostrophe by which a text is kept from being a formula, and over blanks.
 *
 * Returns: the rest of @text
 */
const char *
mdg_cell_skip_guard (const char *text)
{
  mdg_scan_blanks (&text);
  if (*text == '\'')
    text++;
  mdg_scan_blanks (&text);

  return text;
}

/**
 * mdg_cell_get_length:
 * @text: a cell
 *
 * Returns: its length in bytes, without the blanks at its end
 */
gsize
mdg_cell_get_length (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == ' ')
    length--;

  return length;
}

/* Text is plain, so that "…" is three points here and "－" a hyphen. */
static gboolean
is_missing (const char *text)
{
  static const char *const words[] = { "n/a", "#n/a", "na", "x", "不明", "該当なし", "データなし" };
  static const char *const marks[] = { "-", ".", "*", "―", "—", "ー", "─", "・", "‐", " " };
  gsize length = mdg_cell_get_length (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (text, words[i], length) == 0)
      return TRUE;

  while (*text != '\0')
    {
      gboolean is_mark = FALSE;

      for (guint i = 0; !is_mark && i < G_N_ELEMENTS (marks); i++)
        if (*text == *marks[i] && g_str_has_prefix (text, marks[i]))
          {
            text += strlen (marks[i]);
            is_mark = TRUE;
          }
      if (!is_mark)
        return FALSE;
    }

  return TRUE;
}

/* Two or three numbers of at most two digits between slashes, points or hyphens: day, month and year
 * in an order that nothing tells. */
static gboolean
is_ambiguous_date (const char *text)
{
  guint n_parts = 0;
  char separator = '\0';

  for (;;)
    {
      guint n = 0;

      while (g_ascii_isdigit (*text))
        {
          text++;
          n++;
        }
      if (n == 0 || n > 4 || (n > 2 && n_parts == 0))
        return FALSE;
      n_parts++;
      if (*text == '\0' || *text == ' ')
        break;
      if ((*text != '/' && *text != '.' && *text != '-') ||
          (separator != '\0' && *text != separator))
        return FALSE;
      separator = *text++;
    }
  mdg_scan_blanks (&text);

  /* "12.34" is a number, and "3/4" is no date in any order but no number either. */
  return *text == '\0' && (n_parts == 3 || (n_parts == 2 && separator == '/'));
}

/* Reads the digits of a number: commas only between groups of three, at most MAX_DECIMALS decimals
 * (what a spreadsheet prints beyond them is rounded), and an exponent as spreadsheets store it. */
static gboolean
scan_number (const char **cursor, MdgDecimal *value)
{
  const char *p = *cursor;
  gint64 digits = 0;
  guint n_digits = 0;
  guint n_group = 0;
  guint n_decimals = 0;
  gboolean has_comma = FALSE;
  gboolean is_cut = FALSE;
  gboolean is_rounded = FALSE;
  int exponent = 0;

  for (;; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          if (digits > 0 || *p != '0')
            n_digits++;
          if (n_digits > MDG_CELL_MAX_DIGITS)
            return FALSE;
          digits = digits * 10 + (*p - '0');
          n_group++;
        }
      else if (*p == ',')
        {
          if (n_group == 0 || n_group > 3 || (has_comma && n_group != 3) || !g_ascii_isdigit (p[1]))
            return FALSE;
          has_comma = TRUE;
          n_group = 0;
        }
      else
        {
          break;
        }
    }
  if (n_group == 0 || (has_comma && n_group != 3))
    return FALSE;

  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p); p++)
      {
        if (n_decimals < MAX_DECIMALS && !is_cut)
          {
            digits = digits * 10 + (*p - '0');
            n_decimals++;
            is_cut = digits >= 10000000000000000;
          }
        else if (!is_rounded)
          {
            digits += *p >= '5';
            is_rounded = TRUE;
          }
      }

  if ((*p == 'E' || *p == 'e') &&
      (g_ascii_isdigit (p[1]) || ((p[1] == '-' || p[1] == '+') && g_ascii_isdigit (p[2]))))
    {
      gboolean is_negative = p[1] == '-';

      for (p += g_ascii_isdigit (p[1]) ? 1 : 2; g_ascii_isdigit (*p) && exponent < 100; p++)
        exponent = exponent * 10 + (*p - '0');
      if (is_negative)
        exponent = -exponent;
    }

  for (; exponent > 0; exponent--)
    {
      if (n_decimals > 0)
        n_decimals--;
      else if (digits < 100000000000000)
        digits *= 10;
      else
        return FALSE;
    }
  for (; exponent < 0; exponent++)
    {
      if (n_decimals < MAX_DECIMALS)
        n_decimals++;
      else
        digits = digits / 10 + (exponent == -1 && digits % 10 >= 5);
    }

  *value = MDG_DECIMAL (digits, (guint8) n_decimals);
  *cursor = p;
  return TRUE;
}

/* A footnote: in brackets, or after a mark. What stands in brackets and is a number may be a value
 * of its own. */
static gboolean
read_note (const char *text, MdgCellValue *value)
{
  static const char *const marks[] = { "※", "*", "注", "†" };
  gsize length = mdg_cell_get_length (text);
  gboolean is_note = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    is_note |= g_str_has_prefix (text, marks[i]);
  if ((*text == '(' && text[length - 1] == ')') || (*text == '[' && text[length - 1] == ']'))
    {
      const char *inside = text + 1;
      MdgDecimal number;

      mdg_scan_blanks (&inside);
      is_note = length > 2 && !mdg_scan_decimal (&inside, &number);
      text++;
      length -= 2;
    }
  if (!is_note)
    return FALSE;

  value->note = text;
  value->note_length = (guint) length;
  return TRUE;
}

static gboolean
read_unit (const char **cursor, MdgCellValue *value)
{
  static const char *const units[] = {
    "円",   "件",   "人", "名", "枚",   "回",       "施設",
    "箇所", "か所", "店", "位", "機関", "医療機関", "番",
  };
  const char *p = *cursor;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (mdg_scan_literal (cursor, units[i]))
      {
        mdg_scan_blanks (&p);
        value->unit = p;
        value->unit_length = (guint) strlen (units[i]);
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_points (const char **cursor)
{
  static const char *const words[] = { "%ポイント", "%pt", "ポイント", "pt" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (mdg_scan_literal (cursor, words[i]))
      return TRUE;

  return FALSE;
}

/**
 * mdg_cell_read:
 * @text: a cell, normalised
 * @value: (out caller-allocates): what it says
 *
 * Reads one cell of a table as a value: a number with a sign (also ▲ and △ for minus), comma
 * grouping, a percent sign, a unit and a footnote, as far as they are there. Nothing is allocated.
 */
void
mdg_cell_read (const char *text, MdgCellValue *value)
{
  const char *p = mdg_cell_skip_guard (text);
  gboolean is_negative = FALSE;

  *value = (MdgCellValue) { .kind = MDG_CELL_TEXT, .precision = MDG_PRECISION_EXACT };

  if (!g_ascii_isdigit (*p) && is_missing (p))
    {
      value->kind = MDG_CELL_MISSING;
      return;
    }
  if (is_ambiguous_date (p))
    {
      value->kind = MDG_CELL_AMBIGUOUS;
      return;
    }

  if (*p == '+' || *p == '-')
    is_negative = *p++ == '-';
  else if (mdg_scan_literal (&p, "▲") || mdg_scan_literal (&p, "△"))
    is_negative = TRUE;
  mdg_scan_blanks (&p);
  if (!scan_number (&p, &value->value))
    return;
  if (is_negative)
    value->value.digits = -value->value.digits;

  if (*p == '\0')
    {
      value->kind = MDG_CELL_NUMBER;
      return;
    }

  if (read_points (&p))
    {
      value->is_points = TRUE;
    }
  else if (mdg_scan_literal (&p, "%"))
    {
      value->is_percent = TRUE;
    }
  else
    {
      if (mdg_scan_literal (&p, "万"))
        {
          MdgDecimal scaled = value->value;

          /* "12.3万" is rounded to a thousand, which no precision says. */
          if (scaled.decimals > 0 || ABS (scaled.digits) > 1000000000)
            return;
          value->value.digits *= 10000;
          value->precision = MDG_PRECISION_ROUNDED_10000;
        }
      read_unit (&p, value);
    }

  mdg_scan_blanks (&p);
  if (*p == '\0' || read_note (p, value))
    value->kind = MDG_CELL_NUMBER;
}

/**
 * mdg_cell_read_month:
 * @text: a cell, normalised
 * @month: (out): the month
 *
 * Reads a cell that holds a month and nothing else: in any spelling of a deck, as a date in it, or
 * as six digits (202510); or with its English name.
 *
 * Returns: whether it does
 */
gboolean
mdg_cell_read_month (const char *text, MdgMonth *month)
{
  const char *start = mdg_cell_skip_guard (text);
  const char *p = start;
  MdgDay day;

  if (mdg_scan_day (&p, &day))
    {
      /* Spreadsheets keep a month as its first day, and print the time after it. */
      if (g_str_has_prefix (p, "T00:00") || g_str_has_prefix (p, " 00:00"))
        p += strlen (p);
      if (!mdg_scan_end (&p))
        return FALSE;
      *month = mdg_day_get_month (day);
      return TRUE;
    }
  if (mdg_scan_month (&p, month))
    {
      mdg_scan_literal (&p, "分");
      return mdg_scan_end (&p);
    }
  if (mdg_scan_month_name (&p, month))
    return mdg_scan_end (&p);

  if (mdg_cell_get_length (start) == 6 && strspn (start, "0123456789") == 6 &&
      g_str_has_prefix (start, "20"))
    {
      int year = 2000 + (start[2] - '0') * 10 + (start[3] - '0');
      int number = (start[4] - '0') * 10 + (start[5] - '0');

      if (year >= 2015 && number >= 1 && number <= 12)
        {
          *month = MDG_MONTH (year, number);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_cell_round:
 * @value: a number
 * @decimals: how many decimals are wanted
 * @rounded: (out): @value rounded half up, or written with more zeros
 *
 * Returns: whether it could be written so
 */
gboolean
mdg_cell_round (MdgDecimal value, guint8 decimals, MdgDecimal *rounded)
{
  gint64 scale = 1;
  gint64 quotient;

  if (decimals >= value.decimals)
    return mdg_decimal_rescale (value, decimals, rounded);

  for (guint i = decimals; i < value.decimals; i++)
    scale *= 10;
  quotient = value.digits / scale;
  if (ABS (value.digits % scale) * 2 >= scale)
    quotient += value.digits < 0 ? -1 : 1;

  *rounded = MDG_DECIMAL (quotient, decimals);
  return TRUE;
}
