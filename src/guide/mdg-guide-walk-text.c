/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-walk-text.h"

#include <string.h>

/* Pack, its version, day, begun, touched, situation, choices. */
#define FORMAT "(ssuxxsas)"

/* No path is this long; a text that is, is not one of ours. */
#define MAX_LENGTH 8192

/* The last one that an #MdgDay is made of. */
#define MAX_YEAR 2999

typedef struct
{
  const char *pack;
  const char *version;
  MdgDay day;
  gint64 started;
  gint64 touched;
  const char *situation;
  const char **choices;
} Parts;

/* The parts belong to the variant that is returned. */
static GVariant *
parse (const char *text, Parts *parts)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) choices = NULL;

  if (text == NULL || strnlen (text, MAX_LENGTH) == MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return NULL;

  variant = g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);
  if (variant == NULL)
    return NULL;

  g_variant_get (variant, "(&s&suxx&s@as)", &parts->pack, &parts->version, &parts->day,
                 &parts->started, &parts->touched, &parts->situation, &choices);
  parts->choices = g_variant_get_strv (choices, NULL);

  return g_steal_pointer (&variant);
}

/* A time that is still to come was noted by a clock that was wrong, then or now. */
static gint64
get_seconds_left (gint64 touched, gint64 now)
{
  if (touched > now || touched < now - MDG_GUIDE_WALK_KEEP_SECONDS)
    return -1;

  return MDG_GUIDE_WALK_KEEP_SECONDS - (now - touched);
}

/**
 * mdg_guide_walk_to_text:
 * @self: a walk
 * @today: today; the day of a walk that follows today's rules is not kept
 * @started: when the walk was begun, in microseconds since 1970
 * @now: the present time, in seconds since 1970
 *
 * Writes down where a walk stands: pack and version, the day if it is not today, situation and
 * choices, and the two times. Nothing else is known of the patient, so nothing else is kept.
 *
 * Returns: (transfer full) (nullable): one line of text, or %NULL at the list of situations
 */
char *
mdg_guide_walk_to_text (MdgGuideWalk *self, MdgDay today, gint64 started, gint64 now)
{
  const MdgSituation *situation = mdg_guide_walk_get_situation (self);
  const MdgGuidePack *pack = mdg_guide_walk_get_pack (self);
  MdgDay day = mdg_guide_walk_get_day (self);
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder choices;

  if (situation == NULL)
    return NULL;

  g_variant_builder_init (&choices, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < mdg_guide_walk_get_n_choices (self); i++)
    {
      const MdgChoice *choice;

      mdg_guide_walk_get_step (self, i, &choice);
      g_variant_builder_add (&choices, "s", choice->id);
    }
  variant = g_variant_ref_sink (
    g_variant_new (FORMAT, mdg_guide_pack_get_id (pack), mdg_guide_pack_get_version (pack),
                   day != today ? day : MDG_DAY_NONE, started, now, situation->id, &choices));

  return g_variant_print (variant, FALSE);
}

/**
 * mdg_guide_walk_restore:
 * @self: a walk
 * @text: (nullable): what mdg_guide_walk_to_text() wrote, or anything else
 * @today: today
 * @now: the present time, in seconds since 1970
 * @started: (out) (optional): when the walk was begun, in microseconds since 1970
 *
 * Takes a walk up again where it was left at most #MDG_GUIDE_WALK_KEEP_SECONDS ago. What another
 * pack or version wrote, what the pack does not lead through on that day, and what is damaged is
 * ignored as a whole: half a path would lead to an answer that nobody chose.
 *
 * Returns: whether the walk stands where it stood; if not, nothing changes
 */
gboolean
mdg_guide_walk_restore (MdgGuideWalk *self,
                        const char *text,
                        MdgDay today,
                        gint64 now,
                        gint64 *started)
{
  MdgGuidePack *pack = mdg_guide_walk_get_pack (self);
  Parts parts = { 0 };
  g_autoptr (GVariant) variant = parse (text, &parts);
  g_autofree const char **choices = parts.choices;
  MdgDay day = parts.day != MDG_DAY_NONE ? parts.day : today;

  if (variant == NULL || get_seconds_left (parts.touched, now) < 0 ||
      parts.day > mdg_day_new (MAX_YEAR, 12, 31) ||
      !g_str_equal (parts.pack, mdg_guide_pack_get_id (pack)) ||
      !g_str_equal (parts.version, mdg_guide_pack_get_version (pack)) ||
      !mdg_guide_walk_go (self, day, parts.situation, parts.choices))
    return FALSE;

  if (started != NULL)
    *started = parts.started;

  return TRUE;
}

/**
 * mdg_guide_walk_text_get_seconds_left:
 * @text: (nullable): what mdg_guide_walk_to_text() wrote, or anything else
 * @now: the present time, in seconds since 1970
 *
 * Returns: for how many seconds more @text may be kept, or -1 if it is to be deleted: it is too
 *   old, of a time to come, or damaged
 */
gint64
mdg_guide_walk_text_get_seconds_left (const char *text, gint64 now)
{
  Parts parts = { 0 };
  g_autoptr (GVariant) variant = parse (text, &parts);
  g_autofree const char **choices = parts.choices;

  return variant != NULL ? get_seconds_left (parts.touched, now) : -1;
}
