namespace OrderToCash.Tax;

/// <summary>The tax of each line, so that the lines add up to what the seller's computation says for the document.</summary>
internal static class TaxShares
{
    // The breakdown rounds once per category and rate; each line takes what the rounded running total grows by.
    internal static Money[] PerLine(TaxEngineRequest request, TaxTreatment[] treatments)
    {
        var taxes = new Money[treatments.Length];
        var running = new Dictionary<(TaxCategory, Percentage), (Money Base, Money Tax)>();
        for (var i = 0; i < taxes.Length; i++)
        {
            var (net, treatment) = (request.Lines[i].Net, treatments[i]);
            if (request.Computation.RoundsPerLine)
            {
                taxes[i] = net.Times(treatment.Rate, Rounding.HalfAwayFromZero);
                continue;
            }
            var zero = Money.Zero(request.Currency);
            var (cumulated, given) = running.GetValueOrDefault((treatment.Category, treatment.Rate), (zero, zero));
            cumulated += net;
            taxes[i] = cumulated.Times(treatment.Rate, Rounding.HalfAwayFromZero) - given;
            running[(treatment.Category, treatment.Rate)] = (cumulated, given + taxes[i]);
        }
        return taxes;
    }
}
