/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-observation-order.h"

/* What is sorted instead of the observation itself: its key, and its place among figures of the
 * same key. */
typedef struct
{
  guint64 key;
  guint32 place;
  guint32 index;
} Slot;

G_STATIC_ASSERT (MDG_N_AREAS <= 1 << 6);
G_STATIC_ASSERT (MDG_N_FACILITY_TYPES <= 1 << 4);
G_STATIC_ASSERT (MDG_N_MEASURES <= 1 << 5);

/* Editions are held best first, so the least number is the figure that is shown. */
static guint32
get_place (const MdgObservation *observation)
{
  return (guint32) (MDG_N_QUALITIES - observation->quality) << 16 | observation->edition;
}

/* An edition gives a figure once, but a batch that is not stored yet may hold it at two precisions.
 * The finest goes first, and no two orders of the input give two orders here. */
static int
compare_readings (const MdgObservation *a, const MdgObservation *b)
{
  if (a->precision != b->precision)
    return a->precision > b->precision ? -1 : 1;
  if (a->page != b->page)
    return a->page < b->page ? -1 : 1;
  if (a->doubt != b->doubt)
    return a->doubt < b->doubt ? -1 : 1;
  if (a->value.decimals != b->value.decimals)
    return a->value.decimals > b->value.decimals ? -1 : 1;

  return mdg_decimal_compare (b->value, a->value);
}

static int
compare_slots (const void *a, const void *b, void *data)
{
  const Slot *slot_a = a;
  const Slot *slot_b = b;
  const MdgObservation *observations = data;

  if (slot_a->key != slot_b->key)
    return slot_a->key < slot_b->key ? -1 : 1;
  if (slot_a->place != slot_b->place)
    return slot_a->place < slot_b->place ? -1 : 1;

  return compare_readings (&observations[slot_a->index], &observations[slot_b->index]);
}

static Slot
get_slot (const MdgObservation *observation, guint index)
{
  return (Slot) { mdg_observation_get_key (observation), get_place (observation), index };
}

/**
 * mdg_observation_get_key:
 * @self: an observation
 *
 * Packs the key of an observation into a number that orders as mdg_observation_compare_key() does.
 *
 * Returns: the number, the same for two observations only if their keys are the same
 */
guint64
mdg_observation_get_key (const MdgObservation *self)
{
  return (guint64) self->month << 47 | (guint64) self->as_of << 15 | (guint64) self->area << 9 |
         (guint64) self->facility_type << 5 | self->measure;
}

/**
 * mdg_observations_sort:
 * @observations: (array length=n): observations in any order
 * @n: how many
 *
 * Sorts observations by key, and within a key best first.
 *
 * Returns: (transfer full) (array length=n): the sorted copy
 */
MdgObservation *
mdg_observations_sort (const MdgObservation *observations, guint n)
{
  g_autofree Slot *slots = g_new (Slot, n);
  MdgObservation *sorted = g_new (MdgObservation, n);

  for (guint i = 0; i < n; i++)
    slots[i] = get_slot (&observations[i], i);
  g_sort_array (slots, n, sizeof *slots, compare_slots, (gpointer) observations);
  for (guint i = 0; i < n; i++)
    sorted[i] = observations[slots[i].index];

  return sorted;
}

/**
 * mdg_observations_merge:
 * @a: (array length=n_a): sorted observations
 * @n_a: how many
 * @b: (array length=n_b): sorted observations
 * @n_b: how many
 *
 * Merges two sorted arrays; of two that are equal in key, quality and edition, @a's goes first.
 *
 * Returns: (transfer full): the merged copy, of @n_a + @n_b observations
 */
MdgObservation *
mdg_observations_merge (const MdgObservation *a, guint n_a, const MdgObservation *b, guint n_b)
{
  MdgObservation *merged = g_new (MdgObservation, n_a + n_b);
  guint i = 0;
  guint j = 0;

  while (i < n_a || j < n_b)
    {
      gboolean take_b = i == n_a;

      if (i < n_a && j < n_b)
        {
          Slot slot_a = get_slot (&a[i], i);
          Slot slot_b = get_slot (&b[j], j);

          take_b =
            slot_b.key < slot_a.key || (slot_b.key == slot_a.key && slot_b.place < slot_a.place);
        }

      merged[i + j] = take_b ? b[j] : a[i];
      if (take_b)
        j++;
      else
        i++;
    }

  return merged;
}
