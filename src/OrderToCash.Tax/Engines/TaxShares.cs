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
        Settle(request, treatments, taxes);
        return taxes;
    }

    // What a computation gives a group beyond the sum of its lines goes to the group's largest line.
    private static void Settle(TaxEngineRequest request, TaxTreatment[] treatments, Money[] taxes)
    {
        var lines = new TaxableLine[taxes.Length];
        var given = new Dictionary<(TaxCategory, Percentage), (Money Tax, int Largest)>();
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = new() { Net = request.Lines[i].Net, Category = treatments[i].Category, Rate = treatments[i].Rate };
            var key = (treatments[i].Category, treatments[i].Rate);
            var (tax, largest) = given.GetValueOrDefault(key, (Money.Zero(request.Currency), i));
            given[key] = (tax + taxes[i], lines[i].Net.Abs() > lines[largest].Net.Abs() ? i : largest);
        }
        foreach (var subtotal in TaxBreakdown.Compute(lines, request.Computation, request.Currency).Subtotals)
            if (given.TryGetValue((subtotal.Category, subtotal.Rate), out var group))
                taxes[group.Largest] += subtotal.Tax - group.Tax;
    }
}
