/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-types.h"

#include <glib/gi18n.h>

/* Ids as in the format, labels for people. */
static const struct
{
  const char *id;
  const char *label;
} audiences[MDG_N_AUDIENCES] = {
  [MDG_AUDIENCE_FACILITIES] = {
    "facilities", NC_ ("outreach audience", "Facilities") },
    [MDG_AUDIENCE_PUBLIC] = { "public", NC_ ("outreach audience", "Public") },
                              [MDG_AUDIENCE_INSURERS] = { "insurers",
                                                          NC_ ("outreach audience", "Insurers") },
                              };

static const struct
{
  const char *id;
  const char *label;
} outreach_states[MDG_N_OUTREACH_STATES] = {
  [MDG_OUTREACH_CONTINUING] = {
    "continuing", NC_ ("outreach state", "Continuing") },
    [MDG_OUTREACH_CURRENT] = { "current", NC_ ("outreach state", "Under way") },
                               [MDG_OUTREACH_PLANNED] = { "planned",
                                                          NC_ ("outreach state", "Planned") },
                               };

static const struct
{
  const char *id;
  const char *label;
} material_kinds[MDG_N_MATERIAL_KINDS] = {
  [MDG_MATERIAL_STATEMENT] = {
    "statement", NC_ ("outreach material", "Statement") },
    [MDG_MATERIAL_LEAFLET] = { "leaflet", NC_ ("outreach material", "Leaflet") },
                               [MDG_MATERIAL_ADVERTISEMENT] = {
                                 "advertisement", NC_ ("outreach material", "Advertisement") },
                                 [MDG_MATERIAL_REMINDER] = { "reminder",
                                                             NC_ ("outreach material", "Reminder") },
                                 };

/**
 * mdg_guide_text_get:
 * @self: a text
 *
 * Returns: (nullable): the text in the language of the screen, or %NULL if it was left out
 */
const char *
mdg_guide_text_get (const MdgGuideText *self)
{
  return self->in[mdg_language_get ()];
}

/**
 * mdg_guide_basis_holds_on:
 * @self: a basis
 * @day: a day
 *
 * Returns: whether it holds on @day; an open end reaches as far as there are days
 */
gboolean
mdg_guide_basis_holds_on (const MdgGuideBasis *self, MdgDay day)
{
  return (self->valid_from == MDG_DAY_NONE || self->valid_from <= day) &&
         (self->valid_until == MDG_DAY_NONE || day <= self->valid_until);
}

/**
 * mdg_node_find_choice:
 * @self: a node
 * @id: an id of a choice
 *
 * Returns: (nullable): that choice of @self
 */
const MdgChoice *
mdg_node_find_choice (const MdgNode *self, const char *id)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (self->choices, i);

      if (g_str_equal (choice->id, id))
        return choice;
    }

  return NULL;
}

/**
 * mdg_checklist_find_item:
 * @self: a checklist
 * @id: an id of an item
 *
 * Returns: (nullable): that item of @self
 */
const MdgChecklistItem *
mdg_checklist_find_item (const MdgChecklist *self, const char *id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->id, id))
        return item;
    }

  return NULL;
}

/**
 * mdg_audience_get_id:
 * @audience: an audience
 *
 * Returns: its id in a guide pack
 */
const char *
mdg_audience_get_id (MdgAudience audience)
{
  g_return_val_if_fail (audience < MDG_N_AUDIENCES, NULL);

  return audiences[audience].id;
}

/**
 * mdg_audience_get_label:
 * @audience: an audience
 *
 * Returns: its name for people, translated
 */
const char *
mdg_audience_get_label (MdgAudience audience)
{
  g_return_val_if_fail (audience < MDG_N_AUDIENCES, NULL);

  return g_dpgettext2 (NULL, "outreach audience", audiences[audience].label);
}

/**
 * mdg_outreach_state_get_id:
 * @state: a state
 *
 * Returns: its id in a guide pack
 */
const char *
mdg_outreach_state_get_id (MdgOutreachState state)
{
  g_return_val_if_fail (state < MDG_N_OUTREACH_STATES, NULL);

  return outreach_states[state].id;
}

/**
 * mdg_outreach_state_get_label:
 * @state: a state
 *
 * Returns: its name for people, translated
 */
const char *
mdg_outreach_state_get_label (MdgOutreachState state)
{
  g_return_val_if_fail (state < MDG_N_OUTREACH_STATES, NULL);

  return g_dpgettext2 (NULL, "outreach state", outreach_states[state].label);
}

/**
 * mdg_material_kind_get_id:
 * @kind: a kind
 *
 * Returns: its id in a guide pack
 */
const char *
mdg_material_kind_get_id (MdgMaterialKind kind)
{
  g_return_val_if_fail (kind < MDG_N_MATERIAL_KINDS, NULL);

  return material_kinds[kind].id;
}

/**
 * mdg_material_kind_get_label:
 * @kind: a kind
 *
 * Returns: its name for people, translated
 */
const char *
mdg_material_kind_get_label (MdgMaterialKind kind)
{
  g_return_val_if_fail (kind < MDG_N_MATERIAL_KINDS, NULL);

  return g_dpgettext2 (NULL, "outreach material", material_kinds[kind].label);
}
