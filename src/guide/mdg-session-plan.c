/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-session-plan.h"

/**
 * mdg_session_plan_list_drills:
 * @pack: a guide pack
 * @day: the day of the session
 * @level: a level, or 0 for all
 * @situation: (nullable): id of the situation that is right, or %NULL for all
 *
 * Lists the drills that can be shown: those whose answer is what the desk says on @day.
 *
 * Returns: (transfer container) (element-type MdgDrill): the drills, in the pack's order
 */
GPtrArray *
mdg_session_plan_list_drills (const MdgGuidePack *pack,
                              MdgDay day,
                              guint level,
                              const char *situation)
{
  GPtrArray *all = mdg_guide_pack_get_drills (pack);
  GPtrArray *drills = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      MdgDrill *drill = g_ptr_array_index (all, i);

      if ((level == 0 || drill->level == level) &&
          (situation == NULL || g_str_equal (drill->situation, situation)) &&
          mdg_drill_holds_on (drill, pack, day))
        g_ptr_array_add (drills, drill);
    }

  return drills;
}

static void
take (GPtrArray *drawn, GPtrArray *from, guint n, GHashTable *seen)
{
  for (guint i = 0; i < from->len && drawn->len < n; i++)
    {
      MdgDrill *drill = g_ptr_array_index (from, i);

      if (!g_ptr_array_find (drawn, drill, NULL) &&
          (seen == NULL || g_hash_table_add (seen, (gpointer) drill->situation)))
        g_ptr_array_add (drawn, drill);
    }
}

/**
 * mdg_session_plan_draw:
 * @drills: (element-type MdgDrill): drills
 * @n: how many are wanted
 * @rand: a generator
 *
 * Draws drills in any order. None comes twice, and no situation comes again before each was there.
 *
 * Returns: (transfer container) (element-type MdgDrill): @n drills, or all if there are fewer
 */
GPtrArray *
mdg_session_plan_draw (GPtrArray *drills, guint n, GRand *rand)
{
  g_autoptr (GPtrArray) shuffled = g_ptr_array_copy (drills, NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *drawn = g_ptr_array_new ();

  mdg_drill_shuffle (shuffled, rand);
  take (drawn, shuffled, n, seen);
  take (drawn, shuffled, n, NULL);

  return drawn;
}

/**
 * mdg_session_plan_dup_title:
 * @drill: a drill
 *
 * Tells of the patient in one line, and not what is right.
 *
 * Returns: (transfer full): age, visit, what was brought and what the reader shows
 */
char *
mdg_session_plan_dup_title (const MdgDrill *drill)
{
  const char *parts[5] = { NULL };
  const MdgGuideText *const texts[] = { &drill->age, &drill->visit, &drill->brought,
                                        &drill->shows };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = mdg_guide_text_get (texts[i]);

      if (text != NULL && *text != '\0')
        parts[n++] = text;
    }

  return g_strjoinv (" · ", (char **) parts);
}

/**
 * mdg_session_plan_add:
 * @session: a session that is not stored yet
 * @pack: a guide pack
 * @drill: a drill of it
 *
 * Adds a scenario, with its texts as they read today.
 */
void
mdg_session_plan_add (MdgSession *session, const MdgGuidePack *pack, const MdgDrill *drill)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, drill->situation);
  g_autofree char *title = mdg_session_plan_dup_title (drill);

  mdg_session_add_scenario (session, drill->id, title,
                            situation != NULL ? mdg_guide_text_get (&situation->title) : "");
}
