using static System.FormattableString;

namespace OrderToCash.Receivables;

/// <summary>How open items are sorted by age.</summary>
public sealed record AgingPolicy
{
    private static readonly int[] Usual = [0, 30, 60, 90];

    /// <summary>By due date or by document date.</summary>
    public AgingBasis Basis { get; init; }

    /// <summary>
    /// The last day of each bucket but the open-ended last one, counted from the basis date, ascending; empty for 30, 60, 90. Day
    /// 0 and before is not due: the bucket <c>current</c>, then <c>1-30</c>, <c>31-60</c>, <c>61-90</c>, <c>90+</c>. Limits below
    /// zero divide what is not due: -30 gives <c>due 30+</c> (in 30 days or later) and <c>due 0-29</c> instead.
    /// </summary>
    public EquatableArray<int> Limits { get; init; }

    /// <summary>Where credits go.</summary>
    public AgingCredits Credits { get; init; }

    /// <summary>The names of the buckets, in order.</summary>
    /// <exception cref="ArgumentException">The limits do not ascend.</exception>
    public EquatableArray<string> BucketNames()
    {
        var limits = Boundaries();
        var names = new string[limits.Length + 1];
        for (var i = 0; i < limits.Length; i++)
            names[i] = (limits[i], i) switch
            {
                (0, 0) => "current",
                ( <= 0, 0) => Invariant($"due {-limits[0]}+"),
                ( <= 0, _) => Invariant($"due {-limits[i]}-{-limits[i - 1] - 1}"),
                _ => Invariant($"{limits[i - 1] + 1}-{limits[i]}"),
            };
        names[^1] = Invariant($"{limits[^1]}+");
        return [.. names];
    }

    /// <summary>The bucket of an item that is so many days past its date, from 0; below zero it is not due yet.</summary>
    /// <exception cref="ArgumentException">The limits do not ascend.</exception>
    public int BucketOf(int days)
    {
        var bucket = 0;
        foreach (var limit in Boundaries())
            if (days > limit) bucket++;
        return bucket;
    }

    /// <summary>The limits with the one between not due and due.</summary>
    internal int[] Boundaries()
    {
        if (Limits.IsEmpty) return Usual;
        for (var i = 1; i < Limits.Count; i++)
            if (Limits[i] <= Limits[i - 1]) throw new ArgumentException("The limits of the buckets ascend.");
        return Limits.Contains(0) ? [.. Limits] : [.. Limits.Append(0).Order()];
    }

    internal LocalDate AgedFrom(OpenItem item) => Basis switch
    {
        AgingBasis.DueDate => item.DueDate,
        AgingBasis.DocumentDate => item.DocumentDate,
        _ => throw new ArgumentOutOfRangeException(nameof(item), Basis, "An unknown basis of age."),
    };

    internal bool IsApart(OpenItem item) => !item.IsDebit && Credits switch
    {
        AgingCredits.CreditNotesByDate => item.Kind != OpenItemKind.CreditNote,
        AgingCredits.Apart or AgingCredits.OldestFirst => true,
        AgingCredits.AllByDate => false,
        _ => throw new ArgumentOutOfRangeException(nameof(item), Credits, "An unknown place for credits."),
    };
}
