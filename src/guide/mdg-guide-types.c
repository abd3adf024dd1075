/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-types.h"

#include <glib/gi18n.h>

/* Ids as in the format. */

static const char *const audience_ids[MDG_N_AUDIENCES] = { "facilities", "public", "insurers" };

static const char *const state_ids[MDG_N_OUTREACH_STATES] = { "continuing", "current", "planned" };

static const char *const kind_ids[MDG_N_MATERIAL_KINDS] = { "statement", "leaflet", "advertisement",
                                                            "reminder" };

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

  return audience_ids[audience];
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
  switch (audience)
    {
    case MDG_AUDIENCE_FACILITIES:
      return C_ ("outreach audience", "Facilities");
    case MDG_AUDIENCE_PUBLIC:
      return C_ ("outreach audience", "Public");
    case MDG_AUDIENCE_INSURERS:
      return C_ ("outreach audience", "Insurers");
    case MDG_N_AUDIENCES:
    default:
      g_return_val_if_reached (NULL);
    }
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

  return state_ids[state];
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
  switch (state)
    {
    case MDG_OUTREACH_CONTINUING:
      return C_ ("outreach state", "Continuing");
    case MDG_OUTREACH_CURRENT:
      return C_ ("outreach state", "Under way");
    case MDG_OUTREACH_PLANNED:
      return C_ ("outreach state", "Planned");
    case MDG_N_OUTREACH_STATES:
    default:
      g_return_val_if_reached (NULL);
    }
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

  return kind_ids[kind];
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
  switch (kind)
    {
    case MDG_MATERIAL_STATEMENT:
      return C_ ("outreach material", "Statement");
    case MDG_MATERIAL_LEAFLET:
      return C_ ("outreach material", "Leaflet");
    case MDG_MATERIAL_ADVERTISEMENT:
      return C_ ("outreach material", "Advertisement");
    case MDG_MATERIAL_REMINDER:
      return C_ ("outreach material", "Reminder");
    case MDG_N_MATERIAL_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}
