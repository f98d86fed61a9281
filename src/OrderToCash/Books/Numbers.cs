namespace OrderToCash;

/// <summary>
/// The numbers a commit may take, of the series it has locked. What is taken counts only when the commit succeeds, so
/// nothing is ever missing in a series.
/// </summary>
public sealed class Numbers
{
    private readonly Dictionary<NumberSeries, long> last;

    /// <summary>For stores: the last number given so far, per locked series.</summary>
    public Numbers(IEnumerable<KeyValuePair<NumberSeries, long>> last) => this.last = new(last);

    /// <summary>The next number, from 1.</summary>
    /// <exception cref="InvalidOperationException">The commit did not ask for this series.</exception>
    public long Next(NumberSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (!last.TryGetValue(series, out var given))
            throw new InvalidOperationException($"The commit has not locked the series {series}.");
        return last[series] = checked(given + 1);
    }

    /// <summary>For stores: the last number given per series, after the build.</summary>
    public IReadOnlyDictionary<NumberSeries, long> Last => last;
}
