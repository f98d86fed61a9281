namespace OrderToCash.Matching;

/// <summary>Takes the decisions of a run over rows, one call a payment, in their order. Nothing is kept for it.</summary>
public interface IMatchSink
{
    /// <summary>A payment is decided.</summary>
    /// <param name="decision">What became of it.</param>
    /// <param name="parts">What is applied to which item; empty unless money is applied. Valid during the call.</param>
    void Take(in MatchedRow decision, ReadOnlySpan<MatchedPart> parts);
}
