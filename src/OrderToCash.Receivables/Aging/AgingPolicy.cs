namespace OrderToCash.Receivables;

/// <summary>How open items are sorted by age.</summary>
public sealed record AgingPolicy
{
    /// <summary>By due date or by document date.</summary>
    public AgingBasis Basis { get; init; }

    /// <summary>
    /// The last day of each bucket but the open-ended last one, counted from the basis date, ascending; empty for 30, 60, 90. Day
    /// 0 and before is the bucket <c>current</c>; then <c>1-30</c>, <c>31-60</c>, <c>61-90</c>, <c>90+</c>.
    /// </summary>
    public EquatableArray<int> Limits { get; init; }

    /// <summary>Where credits go.</summary>
    public AgingCredits Credits { get; init; }

    /// <summary>The names of the buckets, in order.</summary>
    /// <exception cref="ArgumentException">The limits do not ascend from 1.</exception>
    public EquatableArray<string> BucketNames()
    {
        var limits = LimitsOrDefault();
        var names = new List<string> { "current" };
        for (var i = 0; i < limits.Count; i++)
            names.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{(i == 0 ? 1 : limits[i - 1] + 1)}-{limits[i]}"));
        names.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{limits[^1]}+"));
        return names.ToEquatableArray();
    }

    /// <summary>The bucket of an item that is so many days past its date, from 0.</summary>
    /// <exception cref="ArgumentException">The limits do not ascend from 1.</exception>
    public int BucketOf(int days)
    {
        if (days <= 0) return 0;
        var limits = LimitsOrDefault();
        var bucket = 1;
        foreach (var limit in limits)
            if (days > limit) bucket++;
        return bucket;
    }

    internal IReadOnlyList<int> LimitsOrDefault()
    {
        if (Limits.IsEmpty) return Usual;
        for (var i = 0; i < Limits.Count; i++)
            if (Limits[i] <= (i == 0 ? 0 : Limits[i - 1]))
                throw new ArgumentException("The limits of the buckets ascend from 1.");
        return Limits;
    }

    private static readonly int[] Usual = [30, 60, 90];
}
