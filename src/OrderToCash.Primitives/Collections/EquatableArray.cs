using System.Buffers;
using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// An immutable list that is equal to another when its items are, in the same order. The default value is the empty list.
/// States and events hold their collections in it, so that two records with equal content are equal.
/// </summary>
/// <typeparam name="T">What the list holds; its own equality decides.</typeparam>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
[JsonConverter(typeof(EquatableArrayJsonConverter))]
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly T[]? items;

    internal EquatableArray(T[] owned) => items = owned;

    /// <summary>How many items there are.</summary>
    public int Count => items?.Length ?? 0;

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The item at a position, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public T this[int index] => (uint)index < (uint)Count ? items![index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The items without copying them.</summary>
    public ReadOnlySpan<T> AsSpan() => items;

    /// <summary>A new list with one more item at the end.</summary>
    public EquatableArray<T> Add(T item)
    {
        var next = new T[Count + 1];
        AsSpan().CopyTo(next);
        next[^1] = item;
        return new(next);
    }

    /// <summary>A new list with these items at the end.</summary>
    public EquatableArray<T> AddRange(IEnumerable<T> more) => new([.. AsSpan(), .. more]);

    /// <summary>A list with these items at the end; one of the two as it is when the other is empty.</summary>
    public EquatableArray<T> AddRange(EquatableArray<T> more) =>
        IsEmpty ? more : more.IsEmpty ? this : new([.. AsSpan(), .. more.AsSpan()]);

    /// <summary>A new list with another item at this position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public EquatableArray<T> SetItem(int index, T item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        var next = AsSpan().ToArray();
        next[index] = item;
        return new(next);
    }

    /// <summary>The position of the first item that meets the condition, or -1.</summary>
    public int FindIndex(Predicate<T> match) => items is null ? -1 : Array.FindIndex(items, match);

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in AsSpan()) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Shows the items, for people who debug.</summary>
    public override string ToString() => $"[{string.Join(", ", this)}]";

    /// <summary>Walks the items without allocation.</summary>
    public Enumerator GetEnumerator() => new(items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (items ?? []).GetEnumerator();

    /// <summary>Walks a list; also across <c>await</c> and <c>yield</c>.</summary>
    public struct Enumerator
    {
        private readonly T[]? items;
        private int index;

        internal Enumerator(T[]? items) => (this.items, index) = (items, -1);

        /// <summary>The item reached.</summary>
        public readonly T Current => items![index];

        /// <summary>Goes to the next item, or answers false.</summary>
        public bool MoveNext() => ++index < (items?.Length ?? 0);
    }

    /// <summary>Equal content.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Different content.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);
}

/// <summary>Makes <see cref="EquatableArray{T}"/> values; collection expressions use it.</summary>
public static class EquatableArray
{
    /// <summary>Copies the items into a list.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>Makes a list of so many items, written in place: nothing is copied.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="state">What the items are made of.</param>
    /// <param name="fill">Writes every item of the span; it must not keep the span.</param>
    public static EquatableArray<T> Create<T, TState>(int count, TState state, SpanAction<T, TState> fill)
        where TState : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(fill);
        if (count == 0) return default;
        var items = new T[count];
        fill(items, state);
        return new(items);
    }

    /// <summary>Copies the items into a list.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new([.. items]);
}
