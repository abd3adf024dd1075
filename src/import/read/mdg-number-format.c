/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-number-format.h"

#include <string.h>

/* What a spreadsheet holds of a number. Further digits are artefacts of binary fractions. */
#define MAX_KEPT_DECIMALS 2
#define SIGNIFICANT_DIGITS 15

/* Numbers further from 1 are left as they are written. */
#define MAX_EXPONENT 40

/* 31 December 9999. */
#define MAX_SERIAL 2958465

#define SECONDS_PER_DAY 86400

/* An exact decimal number: @digits times 10 to the power of @exponent. */
typedef struct
{
  gboolean negative;
  GString *digits;
  int exponent;
} Number;

static gboolean
parse_number (const char *text, Number *out)
{
  const char *p = text;
  gint64 exponent = 0;
  gboolean after_point = FALSE;

  out->negative = *p == '-';
  out->exponent = 0;
  if (*p == '-' || *p == '+')
    p++;
  for (; g_ascii_isdigit (*p) || (*p == '.' && !after_point); p++)
    {
      if (*p == '.')
        {
          after_point = TRUE;
          continue;
        }
      if (out->digits->len > 0 || *p != '0')
        g_string_append_c (out->digits, *p);
      if (after_point)
        out->exponent--;
      if (out->exponent < -10 * MAX_EXPONENT || out->digits->len > 10 * MAX_EXPONENT)
        return FALSE;
    }
  if (p == text || !(g_ascii_isdigit (p[-1]) || p[-1] == '.'))
    return FALSE;
  if ((*p == 'e' || *p == 'E') &&
      !g_ascii_string_to_signed (p[1] == '+' ? p + 2 : p + 1, 10, -999, 999, &exponent, NULL))
    return FALSE;
  if (*p != '\0' && *p != 'e' && *p != 'E')
    return FALSE;

  out->exponent += (int) exponent;
  return ABS (out->exponent) <= 10 * MAX_EXPONENT;
}

/* Rounds half up, away from zero, so that @n_dropped digits fewer are left. */
static void
drop_digits (Number *number, gsize n_dropped)
{
  GString *digits = number->digits;
  gboolean up;

  number->exponent += (int) n_dropped;
  if (n_dropped > digits->len)
    {
      g_string_truncate (digits, 0);
      return;
    }

  up = n_dropped > 0 && digits->str[digits->len - n_dropped] >= '5';
  g_string_truncate (digits, digits->len - n_dropped);
  if (!up)
    return;

  for (gsize i = digits->len; i > 0; i--)
    {
      if (digits->str[i - 1] != '9')
        {
          digits->str[i - 1]++;
          return;
        }
      digits->str[i - 1] = '0';
    }
  g_string_prepend_c (digits, '1');
}

static void
strip_artefacts (Number *number)
{
  if (number->digits->len > SIGNIFICANT_DIGITS)
    drop_digits (number, number->digits->len - SIGNIFICANT_DIGITS);
  while (number->digits->len > 0 && number->digits->str[number->digits->len - 1] == '0')
    {
      g_string_truncate (number->digits, number->digits->len - 1);
      number->exponent++;
    }
}

/* Leaves at most @decimals decimals. */
static void
round_to (Number *number, int decimals)
{
  if (-number->exponent > decimals)
    drop_digits (number, (gsize) (-number->exponent - decimals));
}

/* Leaves what a cell shows. The figures of the field have at most two decimals, and where a narrow
 * format hides them they are kept, or 34.34 % would come in as 34 %. What has more was computed, and
 * is rounded as it is shown. */
static void
round_to_shown (Number *number, int decimals)
{
  if (-number->exponent > MAX_KEPT_DECIMALS)
    round_to (number, decimals);
}

/* Writes @number with at least @decimals decimals. */
static char *
write_number (const Number *number, int decimals, const char *suffix)
{
  GString *out = g_string_new (NULL);
  int n_decimals;

  g_string_append (out, number->digits->str);
  if (number->digits->len == 0)
    n_decimals = 0;
  else
    for (n_decimals = -number->exponent; n_decimals < 0; n_decimals++)
      g_string_append_c (out, '0');
  for (; n_decimals < decimals; n_decimals++)
    g_string_append_c (out, '0');
  while (out->len < (gsize) n_decimals + 1)
    g_string_prepend_c (out, '0');
  if (n_decimals > 0)
    g_string_insert_c (out, (gssize) out->len - n_decimals, '.');
  if (number->negative && number->digits->len > 0)
    g_string_prepend_c (out, '-');
  g_string_append (out, suffix);

  return g_string_free_and_steal (out);
}

/* Day numbers count from the end of 1899, with a 29 February 1900 that never was, or from 1904. */
static gboolean
find_day (gint64 serial, gboolean from_1904, GDate *day)
{
  if (serial < 0 || serial > MAX_SERIAL - (from_1904 ? 1462 : 0) ||
      (!from_1904 && (serial == 0 || serial == 60)))
    return FALSE;

  g_date_clear (day, 1);
  if (from_1904)
    g_date_set_dmy (day, 1, G_DATE_JANUARY, 1904);
  else
    g_date_set_dmy (day, serial < 60 ? 31 : 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (day, (guint) serial);

  return TRUE;
}

static char *
show_date (MdgNumberKind kind, const Number *number, gboolean from_1904)
{
  g_autofree char *text = write_number (number, 0, "");
  double value = g_ascii_strtod (text, NULL);
  gint64 serial;
  GDate day;

  if (value < 0 || value > MAX_SERIAL + 1)
    return NULL;

  serial = (gint64) value;
  if (kind == MDG_NUMBER_TIME)
    {
      int seconds = (int) ((value - (double) serial) * SECONDS_PER_DAY + 0.5);

      return g_strdup_printf ("%02d:%02d:%02d", (int) MIN (serial, 99999) * 24 + seconds / 3600,
                              seconds / 60 % 60, seconds % 60);
    }
  if (!find_day (serial, from_1904, &day))
    return NULL;
  if (kind == MDG_NUMBER_YEAR)
    return g_strdup_printf ("%04d", g_date_get_year (&day));
  if (kind == MDG_NUMBER_MONTH)
    return g_strdup_printf ("%04d-%02d", g_date_get_year (&day), g_date_get_month (&day));

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

/**
 * mdg_number_format_show:
 * @self: a number format
 * @number: a number as files write it, such as "0.37140000000000001" or "1E-3"
 * @from_1904: whether the days of the file count from 1904
 *
 * Shows a number as a person sees it in the cell, but without grouping, and dates as ISO 8601. All
 * is exact decimal arithmetic on what is written.
 *
 * Returns: (transfer full): the text; @number itself if it is none, or a date that is none
 */
char *
mdg_number_format_show (MdgNumberFormat self, const char *number, gboolean from_1904)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  Number value = { .digits = digits };
  char *date;

  g_return_val_if_fail (number != NULL, NULL);

  if (!parse_number (number, &value))
    return g_strdup (number);

  strip_artefacts (&value);
  if (digits->len > 0 &&
      (value.exponent > MAX_EXPONENT || (int) digits->len + value.exponent < -MAX_EXPONENT))
    return g_strdup (number);

  switch (self.kind)
    {
    case MDG_NUMBER_PERCENT:
      value.exponent += 2;
      if (self.decimals != MDG_NUMBER_ANY_DECIMALS)
        round_to_shown (&value, self.decimals);
      return write_number (&value, self.decimals, "%");
    case MDG_NUMBER_DAY:
    case MDG_NUMBER_MONTH:
    case MDG_NUMBER_YEAR:
    case MDG_NUMBER_TIME:
      date = show_date (self.kind, &value, from_1904);
      return date != NULL ? date : write_number (&value, 0, "");
    case MDG_NUMBER_PLAIN:
    case MDG_NUMBER_WITH_SIGN:
    default:
      if (self.decimals != MDG_NUMBER_ANY_DECIMALS)
        round_to_shown (&value, self.decimals);
      return write_number (&value, 0, self.kind == MDG_NUMBER_WITH_SIGN ? "%" : "");
    }
}

/* What a format code shows, as far as it was looked at. */
typedef struct
{
  gboolean percent;
  gboolean sign;
  gboolean year;
  gboolean month;
  gboolean day;
  gboolean time;
  gboolean digits;
  gboolean scaled;
  int decimals;
} Seen;

/* Minutes are written like months: they stand after hours or before seconds. */
static gboolean
is_minutes (const char *code, const char *start, const char *after)
{
  const char *before = start;

  while (before > code && strchr (" :.]\\", before[-1]) != NULL)
    before--;
  while (*after != '\0' && strchr (" :.[\\", *after) != NULL)
    after++;

  return (before > code && g_ascii_tolower (before[-1]) == 'h') ||
         g_ascii_tolower (*after) == 's' || g_str_has_prefix (after, "分");
}

static const char *
skip_run (const char *p)
{
  char c = *p;

  while (*p == c)
    p++;

  return p;
}

/* Looks at the digits that begin at @p: "#,##0.00" shows two decimals, "0,," millions. */
static const char *
look_at_digits (const char *p, Seen *seen)
{
  gboolean after_point = FALSE;

  seen->digits = TRUE;
  seen->decimals = 0;
  for (; *p != '\0' && strchr ("0#?,.", *p) != NULL; p++)
    {
      if (*p == '.')
        after_point = TRUE;
      else if (*p == ',')
        seen->scaled |= p[1] == '\0' || strchr ("0#?,", p[1]) == NULL || p[1] == ',';
      else if (after_point)
        seen->decimals++;
    }

  return p;
}

/* Looks at what begins at @p, and returns where the next thing does. */
static const char *
look_at (const char *code, const char *p, Seen *seen)
{
  const char *end;

  switch (g_ascii_tolower (*p))
    {
    case '"':
      end = strchr (p + 1, '"');
      seen->sign |= end != NULL && memchr (p, '%', end - p) != NULL;
      return end != NULL ? end + 1 : p + strlen (p);
    case '\\':
    case '_':
    case '*':
      seen->sign |= *p == '\\' && p[1] == '%';
      return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
    case '[':
      /* Elapsed hours, or a colour, a condition, a language. */
      end = strchr (p, ']');
      seen->time |=
        strchr ("hms", g_ascii_tolower (p[1])) != NULL && p[1] != '\0' && end == skip_run (p + 1);
      return end != NULL ? end + 1 : p + strlen (p);
    case '0':
    case '#':
    case '?':
      return seen->digits ? p + 1 : look_at_digits (p, seen);
    case '%':
      seen->percent = TRUE;
      return p + 1;
    case 'y':
    case 'g':
      seen->year = TRUE;
      return skip_run (p);
    case 'e':
      if (p[1] == '+' || p[1] == '-')
        {
          seen->scaled = TRUE;
          return p + 2;
        }
      seen->year = TRUE;
      return skip_run (p);
    case 'd':
      seen->day = TRUE;
      return skip_run (p);
    case 'h':
    case 's':
      seen->time = TRUE;
      return skip_run (p);
    case 'm':
      end = skip_run (p);
      if (is_minutes (code, p, end))
        seen->time = TRUE;
      else
        seen->month = TRUE;
      return end;
    case '/':
      /* A fraction, if it is not within a date. */
      seen->scaled |= seen->digits;
      return p + 1;
    default:
      return g_utf8_next_char (p);
    }
}

/**
 * mdg_number_format_from_code:
 * @code: a format code, such as "0.00%" or "[$-411]ggge年m月d日", valid UTF-8
 *
 * Looks up what a format shows. The first of its sections is the one for numbers above zero.
 *
 * Returns: the format
 */
MdgNumberFormat
mdg_number_format_from_code (const char *code)
{
  Seen seen = { .decimals = MDG_NUMBER_ANY_DECIMALS };

  g_return_val_if_fail (code != NULL, ((MdgNumberFormat) { MDG_NUMBER_PLAIN, -1 }));

  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      if (g_ascii_strncasecmp (p, "General", 7) == 0)
        p += 7;
      else if (g_str_has_prefix (p, "G/標準"))
        p += strlen ("G/標準");
      else if (g_ascii_strncasecmp (p, "AM/PM", 5) == 0)
        p += 5;
      else
        p = look_at (code, p, &seen);
    }

  if (seen.percent)
    return (MdgNumberFormat) { MDG_NUMBER_PERCENT, MAX (seen.decimals, 0) };
  if (seen.day)
    return (MdgNumberFormat) { MDG_NUMBER_DAY, MDG_NUMBER_ANY_DECIMALS };
  if (seen.month)
    return (MdgNumberFormat) { MDG_NUMBER_MONTH, MDG_NUMBER_ANY_DECIMALS };
  if (seen.year)
    return (MdgNumberFormat) { MDG_NUMBER_YEAR, MDG_NUMBER_ANY_DECIMALS };
  if (seen.time)
    return (MdgNumberFormat) { MDG_NUMBER_TIME, MDG_NUMBER_ANY_DECIMALS };

  return (MdgNumberFormat) {
    seen.sign && seen.digits ? MDG_NUMBER_WITH_SIGN : MDG_NUMBER_PLAIN,
    seen.scaled ? MDG_NUMBER_ANY_DECIMALS : seen.decimals,
  };
}

/**
 * mdg_number_format_from_builtin:
 * @id: number of a format that files do not spell out
 *
 * Looks up what a format shows, among those that every program knows and those of a Japanese one.
 *
 * Returns: the format
 */
MdgNumberFormat
mdg_number_format_from_builtin (guint id)
{
  switch (id)
    {
    case 1:
    case 3:
    case 37:
    case 38:
      return (MdgNumberFormat) { MDG_NUMBER_PLAIN, 0 };
    case 2:
    case 4:
    case 39:
    case 40:
      return (MdgNumberFormat) { MDG_NUMBER_PLAIN, 2 };
    case 9:
      return (MdgNumberFormat) { MDG_NUMBER_PERCENT, 0 };
    case 10:
      return (MdgNumberFormat) { MDG_NUMBER_PERCENT, 2 };
    case 17:
    case 34:
    case 52:
    case 55:
      return (MdgNumberFormat) { MDG_NUMBER_MONTH, MDG_NUMBER_ANY_DECIMALS };
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 45:
    case 46:
    case 47:
      return (MdgNumberFormat) { MDG_NUMBER_TIME, MDG_NUMBER_ANY_DECIMALS };
    case 14:
    case 15:
    case 16:
    case 22:
    case 27:
    case 28:
    case 29:
    case 30:
    case 31:
    case 35:
    case 36:
    case 50:
    case 51:
    case 53:
    case 54:
    case 56:
    case 57:
    case 58:
      return (MdgNumberFormat) { MDG_NUMBER_DAY, MDG_NUMBER_ANY_DECIMALS };
    default:
      return (MdgNumberFormat) { MDG_NUMBER_PLAIN, MDG_NUMBER_ANY_DECIMALS };
    }
}
