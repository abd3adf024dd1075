/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-run-words.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"

/**
 * mdg_run_words_state:
 * @state: a state
 *
 * Returns: the translated state
 */
const char *
mdg_run_words_state (MdgItemState state)
{
  switch (state)
    {
    case MDG_ITEM_DONE:
      return C_ ("checklist item", "Done");
    case MDG_ITEM_NOT_APPLICABLE:
      return C_ ("checklist item", "Not applicable");
    case MDG_ITEM_OPEN:
    default:
      return C_ ("checklist item", "Open");
    }
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, text->len > 0 ? " · %s" : "%s", part);
}

/**
 * mdg_run_words_record:
 * @record: (nullable): what was noted for an item
 *
 * Returns: (transfer full): state, who and when in one line, reason and note below; empty if nothing
 *   was noted
 */
char *
mdg_run_words_record (const MdgRunItem *record)
{
  g_autofree char *time = NULL;
  GString *text;

  if (record == NULL)
    return g_strdup ("");

  time = mdg_format_time (record->touched_at);
  text = g_string_new (mdg_run_words_state (record->state));
  append_part (text, record->who);
  append_part (text, time);
  if (*record->reason != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: why an item of a checklist does not apply. */
      g_string_append_printf (text, _ ("Reason: %s"), record->reason);
    }
  if (*record->note != '\0')
    g_string_append_printf (text, "\n%s", record->note);

  return g_string_free_and_steal (text);
}

/**
 * mdg_run_words_before:
 * @difference: what changed since the last run
 *
 * Returns: (transfer full): how the item was then, in one line
 */
char *
mdg_run_words_before (const MdgRunDifference *difference)
{
  const MdgRunItem *before = difference->before;
  g_autoptr (GString) text = NULL;
  g_autofree char *time = NULL;

  if (difference->change == MDG_RUN_CHANGE_NEW)
    return g_strdup (_ ("New: not in the last run"));

  text = g_string_new (mdg_run_words_state (before != NULL ? before->state : MDG_ITEM_OPEN));
  if (before != NULL)
    {
      time = mdg_format_time (before->touched_at);
      append_part (text, before->who);
      append_part (text, time);
      append_part (text, before->reason);
      append_part (text, before->note);
    }
  if (difference->is_reworded)
    append_part (text, _ ("worded otherwise then"));

  /* Translators: how an item of a checklist was in the last run: state, who, when. */
  return g_strdup_printf (_ ("Last time: %s"), text->str);
}

/**
 * mdg_run_words_spoken:
 * @text: what the item says
 * @record: (nullable): what was noted for it
 *
 * Returns: (transfer full): the name of the item's check box, for a screen reader, which itself says
 *   whether it is checked
 */
char *
mdg_run_words_spoken (const char *text, const MdgRunItem *record)
{
  if (record == NULL || record->state != MDG_ITEM_NOT_APPLICABLE)
    return g_strdup (text);
  if (*record->reason == '\0')
    return g_strdup_printf ("%s, %s", text, mdg_run_words_state (record->state));

  return g_strdup_printf ("%s, %s, %s", text, mdg_run_words_state (record->state), record->reason);
}

/**
 * mdg_run_words_comparison:
 * @comparison: two runs compared
 *
 * Returns: (transfer full): how much changed, in a sentence or two
 */
char *
mdg_run_words_comparison (const MdgRunComparison *comparison)
{
  g_autofree char *day = mdg_format_time (comparison->before->finished_at);
  GString *text = g_string_new (NULL);
  guint n_looked_at = comparison->differences->len - comparison->n_pending - comparison->n_new;

  if (comparison->n_changed > 0)
    g_string_append_printf (text,
                            /* Translators: items; then day and time. */
                            g_dngettext (NULL, "%u item differs from the run of %s.",
                                         "%u items differ from the run of %s.",
                                         comparison->n_changed),
                            comparison->n_changed, day);
  else if (n_looked_at > 0 && comparison->n_pending == 0)
    /* Translators: a day and time. */
    g_string_append_printf (text, _ ("All is as in the run of %s."), day);
  else if (n_looked_at > 0)
    g_string_append_printf (text, _ ("So far all is as in the run of %s."), day);
  else
    g_string_append_printf (text, _ ("The last run was finished on %s."), day);

  if (comparison->n_new > 0)
    g_string_append_printf (text,
                            g_dngettext (NULL, " %u is new.", " %u are new.", comparison->n_new),
                            comparison->n_new);
  if (comparison->n_gone > 0)
    g_string_append_printf (
      text,
      g_dngettext (NULL, " %u is no longer in it.", " %u are no longer in it.", comparison->n_gone),
      comparison->n_gone);

  return g_string_free_and_steal (text);
}

static const char *
find_text (const MdgChecklist *checklist, const char *item_id)
{
  const MdgChecklistItem *item =
    checklist != NULL ? mdg_checklist_find_item (checklist, item_id) : NULL;

  return item != NULL ? mdg_guide_text_get (&item->text) : item_id;
}

/**
 * mdg_run_words_event:
 * @event: something that happened to a run
 * @checklist: (nullable): the run's checklist
 *
 * Returns: (transfer full): what happened
 */
char *
mdg_run_words_event (const MdgRunEvent *event, const MdgChecklist *checklist)
{
  switch (event->kind)
    {
    case MDG_RUN_STARTED:
      return g_strdup (C_ ("checklist run", "Begun"));
    case MDG_RUN_FINISHED:
      return g_strdup (C_ ("checklist run", "Finished"));
    case MDG_RUN_REOPENED:
      return g_strdup (C_ ("checklist run", "Reopened"));
    case MDG_RUN_TOUCHED:
    default:
      /* Translators: the state of an item of a checklist, and what the item says. */
      return g_strdup_printf (C_ ("checklist run", "%s: %s"), mdg_run_words_state (event->state),
                              find_text (checklist, event->item_id));
    }
}

/**
 * mdg_run_words_event_detail:
 * @event: something that happened to a run
 *
 * Returns: (transfer full): when, who, why, and what was noted
 */
char *
mdg_run_words_event_detail (const MdgRunEvent *event)
{
  g_autofree char *time = mdg_format_time (event->at);
  GString *text = g_string_new (time);

  append_part (text, event->who);
  append_part (text, event->reason);
  append_part (text, event->note);

  return g_string_free_and_steal (text);
}
