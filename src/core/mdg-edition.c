/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-edition.h"

#include "core/mdg-observation.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *label;
} trusts[] = {
  [MDG_TRUST_MINISTRY] = { "ministry", N_ ("The ministry’s own publication") },
  [MDG_TRUST_PRESS] = { "press", N_ ("Press report of a ministry figure") },
  [MDG_TRUST_UNOFFICIAL] = { "unofficial", N_ ("Unofficial page quoting a ministry figure") },
};

G_DEFINE_BOXED_TYPE (MdgEdition, mdg_edition, mdg_edition_ref, mdg_edition_unref)

/**
 * mdg_edition_new:
 *
 * Makes an edition with no field set. Its maker fills it in, and then shares it unchanged.
 *
 * Returns: (transfer full): the edition
 */
MdgEdition *
mdg_edition_new (void)
{
  return g_atomic_rc_box_new0 (MdgEdition);
}

/**
 * mdg_edition_ref:
 * @self: an edition
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @self
 */
MdgEdition *
mdg_edition_ref (MdgEdition *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_edition (gpointer data)
{
  MdgEdition *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->url);
  g_free (self->digest);
  g_free (self->file_name);
  g_free (self->report);
}

/**
 * mdg_edition_unref:
 * @self: (transfer full): an edition
 *
 * Drops a reference; any thread may.
 */
void
mdg_edition_unref (MdgEdition *self)
{
  g_atomic_rc_box_release_full (self, clear_edition);
}

/**
 * mdg_edition_compare_rank:
 * @a: an edition
 * @b: another edition
 *
 * Compares which edition's figure is shown where both give one of the same quality: the later
 * publication, then the greater digest. An edition without a publication date ranks below all with
 * one. The id decides between pages of one file, so that no two editions are equal.
 *
 * Returns: greater than 0 if @a goes before @b, less than 0 if after
 */
int
mdg_edition_compare_rank (const MdgEdition *a, const MdgEdition *b)
{
  int order;

  if (a->published != b->published)
    return a->published > b->published ? 1 : -1;

  order = g_strcmp0 (a->digest, b->digest);
  if (order == 0)
    order = g_strcmp0 (a->id, b->id);

  return order;
}

/**
 * mdg_trust_get_id:
 * @trust: a kind of publication
 *
 * Gets the word that files use for @trust.
 *
 * Returns: the id
 */
const char *
mdg_trust_get_id (MdgTrust trust)
{
  g_return_val_if_fail ((guint) trust < G_N_ELEMENTS (trusts), NULL);

  return trusts[trust].id;
}

/**
 * mdg_trust_from_id:
 * @id: (nullable): a word from a file
 * @trust: (out): the kind of publication
 *
 * Finds the kind of publication that files call @id.
 *
 * Returns: whether there is one; @trust is left alone if not
 */
gboolean
mdg_trust_from_id (const char *id, MdgTrust *trust)
{
  for (guint i = 0; i < G_N_ELEMENTS (trusts); i++)
    {
      if (g_strcmp0 (trusts[i].id, id) == 0)
        {
          *trust = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_trust_get_label:
 * @trust: a kind of publication
 *
 * Gets the words that people read for @trust.
 *
 * Returns: the translated label
 */
const char *
mdg_trust_get_label (MdgTrust trust)
{
  g_return_val_if_fail ((guint) trust < G_N_ELEMENTS (trusts), NULL);

  return _ (trusts[trust].label);
}

/**
 * mdg_batch_new:
 *
 * Makes an empty batch.
 *
 * Returns: (transfer full): the batch
 */
MdgBatch *
mdg_batch_new (void)
{
  MdgBatch *self = g_new0 (MdgBatch, 1);

  self->editions = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_edition_unref);
  self->observations = g_array_new (FALSE, FALSE, sizeof (MdgObservation));

  return self;
}

/**
 * mdg_batch_free:
 * @self: (transfer full) (nullable): a batch
 *
 * Frees the batch and drops its references to the editions.
 */
void
mdg_batch_free (MdgBatch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->editions);
  g_array_unref (self->observations);
  g_free (self);
}

/**
 * mdg_batch_add_edition:
 * @self: a batch
 * @edition: (transfer full): the edition
 *
 * Adds an edition.
 *
 * Returns: its index, for [struct@MdgObservation] `edition`
 */
guint
mdg_batch_add_edition (MdgBatch *self, MdgEdition *edition)
{
  g_ptr_array_add (self->editions, edition);

  return self->editions->len - 1;
}

/**
 * mdg_batch_add:
 * @self: a batch
 * @observation: a figure of an edition that was added before
 *
 * Adds a copy of @observation.
 */
void
mdg_batch_add (MdgBatch *self, const MdgObservation *observation)
{
  g_return_if_fail (observation->edition < self->editions->len);

  g_array_append_vals (self->observations, observation, 1);
}
