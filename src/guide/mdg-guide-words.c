/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-words.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

/**
 * mdg_tone_get_label:
 * @tone: a tone
 *
 * Returns: what an outcome of that tone means at the desk, in words
 */
const char *
mdg_tone_get_label (MdgTone tone)
{
  switch (tone)
    {
    case MDG_TONE_PROCEED:
      return C_ ("outcome", "Go on");
    case MDG_TONE_CAUTION:
      return C_ ("outcome", "Go on with care");
    case MDG_TONE_STOP:
    default:
      return C_ ("outcome", "Not accepted as it is");
    }
}

/**
 * mdg_guide_format_validity:
 * @valid_from: the first day, or %MDG_DAY_NONE if none is known
 * @valid_until: the last day, or %MDG_DAY_NONE if none is known
 *
 * Returns: (transfer full): from when until when something holds, in words
 */
char *
mdg_guide_format_validity (MdgDay valid_from, MdgDay valid_until)
{
  g_autofree char *from = valid_from != MDG_DAY_NONE ? mdg_format_day (valid_from) : NULL;
  g_autofree char *until = valid_until != MDG_DAY_NONE ? mdg_format_day (valid_until) : NULL;

  /* Translators: both are days. */
  if (from != NULL && until != NULL)
    return g_strdup_printf (_ ("Valid from %s to %s"), from, until);
  if (from != NULL)
    return g_strdup_printf (_ ("Valid from %s; no end is known"), from);
  if (until != NULL)
    return g_strdup_printf (_ ("Valid until %s"), until);

  return g_strdup (_ ("The sources name no first or last day"));
}

/**
 * mdg_guide_format_source:
 * @source: a source
 *
 * Returns: (transfer full): publisher, slide, day and standing of @source in one line
 */
char *
mdg_guide_format_source (const MdgGuideSource *source)
{
  GString *line = g_string_new (mdg_guide_text_get (&source->publisher));
  g_autofree char *date = NULL;

  if (source->page > 0)
    {
      g_string_append (line, " · ");
      g_string_append_printf (line, _ ("slide %u"), source->page);
    }
  if (source->date != MDG_DAY_NONE)
    {
      date = mdg_format_day (source->date);
      g_string_append_printf (line, " · %s", date);
    }
  if (!source->official)
    g_string_append_printf (line, " · %s", _ ("not an authority"));

  return g_string_free_and_steal (line);
}
