namespace OrderToCash;

/// <summary>
/// Everything a command needs, loaded: the number series it takes from, and the decision to make inside the commit. The
/// decision is pure, so that a store may ask for it more than once.
/// </summary>
internal sealed record Preparation<TState>(Func<Numbers, Result<Prepared<TState>>> Decide)
{
    /// <summary>The series the decision takes numbers from.</summary>
    public IReadOnlyList<NumberSeries> Series { get; init; } = [];
}
