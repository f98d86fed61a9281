namespace OrderToCash.Tax;

/// <summary>One computation: which jurisdictions tax, what of each line, rounded how.</summary>
internal sealed class SalesTaxRun(SalesTaxQuestion question, JurisdictionTable table, StateSalesTax state)
{
    private readonly List<JurisdictionTax> components = [];
    private readonly List<DomainError> findings = [];
    private readonly Dictionary<(JurisdictionId, TaxClass), List<JurisdictionRate>> ratesByClass = [];

    internal Result<SalesTaxAnswer> Compute()
    {
        foreach (var jurisdiction in Jurisdictions()) Tax(jurisdiction);
        if (findings.Count > 0) return Result.Failure<SalesTaxAnswer>(findings);
        var order = question.Lines.Select((l, i) => (l.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        return Result.Success(new SalesTaxAnswer
        {
            Currency = question.Currency,
            Components = components.OrderBy(c => order[c.Line]).ThenBy(c => c.Level).ThenBy(c => c.Jurisdiction)
                .ThenBy(c => c.Name, StringComparer.Ordinal).ToEquatableArray(),
        });
    }

    private IEnumerable<Jurisdiction> Jurisdictions()
    {
        var destination = table.At(question.ShipTo);
        if (question.ShipFrom.State != question.ShipTo.State || state.Sourcing == SourcingBasis.Destination) return destination;
        return table.At(question.ShipFrom).Where(j => !state.AlwaysDestination.Contains(j.Level))
            .Concat(destination.Where(j => state.AlwaysDestination.Contains(j.Level)));
    }

    private void Tax(Jurisdiction jurisdiction)
    {
        var parts = new List<(SalesTaxLine Line, JurisdictionRate Rate, Money Taxable, string Reason)>();
        var (goods, taxedGoods) = (Money.Zero(question.Currency), Money.Zero(question.Currency));
        foreach (var line in question.Lines.Where(l => !l.IsFreight))
        {
            goods += line.Net;
            var lineTaxable = Money.Zero(question.Currency);
            foreach (var rate in RatesOf(jurisdiction, line))
            {
                var (taxable, reason) = TaxableOf(line, rate);
                parts.Add((line, rate, taxable, reason));
                if (rate.Above is null && taxable.Abs() > lineTaxable.Abs()) lineTaxable = taxable;
            }
            taxedGoods += lineTaxable;
        }
        foreach (var line in question.Lines.Where(l => l.IsFreight))
            foreach (var rate in RatesOf(jurisdiction, line).Where(r => r.Above is null))
            {
                var (taxable, reason) = FreightOf(line, goods, taxedGoods);
                parts.Add((line, rate, taxable, reason));
            }
        foreach (var group in parts.GroupBy(p => (p.Rate.Name, p.Rate.Rate))) Round(jurisdiction, group);
    }

    // Once per line, or once per jurisdiction: then each line takes what the rounded running total grows by.
    private void Round(
        Jurisdiction jurisdiction, IEnumerable<(SalesTaxLine Line, JurisdictionRate Rate, Money Taxable, string Reason)> parts)
    {
        var (cumulated, given) = (Money.Zero(question.Currency), Money.Zero(question.Currency));
        foreach (var (line, rate, taxable, reason) in parts)
        {
            cumulated += taxable;
            var tax = state.RoundsPerLine
                ? taxable.Times(rate.Rate, Rounding.HalfAwayFromZero)
                : cumulated.Times(rate.Rate, Rounding.HalfAwayFromZero) - given;
            given += tax;
            components.Add(new()
            {
                Line = line.Key,
                Jurisdiction = jurisdiction.Id,
                Level = jurisdiction.Level,
                Name = rate.Name,
                Rate = rate.Rate,
                Taxable = taxable,
                Exempt = line.Net - taxable,
                Tax = tax,
                Reason = reason,
            });
        }
    }

    private List<JurisdictionRate> RatesOf(Jurisdiction jurisdiction, SalesTaxLine line)
    {
        var key = (jurisdiction.Id, line.Class);
        if (ratesByClass.TryGetValue(key, out var rates)) return rates;
        ratesByClass[key] = rates = table.RatesOf(jurisdiction.Id, line.Class, question.TaxPoint);
        if (rates.Count == 0 && !(line.IsFreight && state.Freight == FreightTaxation.Exempt))
            findings.Add(SalesTaxErrors.RateMissing.At($"lines[{question.Lines.FindIndex(l => l.Key == line.Key)}].class",
                ("jurisdiction", jurisdiction.Id), ("class", line.Class), ("date", question.TaxPoint)));
        return rates;
    }

    private (Money Taxable, string Reason) TaxableOf(SalesTaxLine line, JurisdictionRate rate)
    {
        var none = Money.Zero(question.Currency);
        if (CertificateFor(line) is { } certificate) return (none, $"exemption certificate {certificate.Id}");
        if (rate.Rate.Value == 0) return (none, "exempt class");
        var net = line.Net.Abs();
        if (rate.ExemptBelow is { } below && net < Limit(below, line)) return (none, $"an item costs less than {below}");
        var upper = rate.UpTo is { } upTo ? Money.Min(net, Limit(upTo, line)) : net;
        var lower = rate.Above is { } above ? Money.Min(net, Limit(above, line)) : none;
        var taxable = upper - lower;
        return (line.Net.IsNegative ? -taxable : taxable, taxable == net ? "" : "outside the band of the rate");
    }

    private (Money Taxable, string Reason) FreightOf(SalesTaxLine line, Money goods, Money taxedGoods)
    {
        var none = Money.Zero(question.Currency);
        if (CertificateFor(line) is { } certificate) return (none, $"exemption certificate {certificate.Id}");
        return state.Freight switch
        {
            FreightTaxation.Taxable => (line.Net, ""),
            FreightTaxation.FollowsGoods when goods == taxedGoods && !goods.IsZero => (line.Net, ""),
            FreightTaxation.FollowsGoods when goods.IsZero => (none, "freight without goods"),
            FreightTaxation.FollowsGoods => (line.Net.Times(taxedGoods.Amount / goods.Amount, Rounding.HalfAwayFromZero),
                "freight in the proportion of the taxed goods"),
            _ => (none, "freight is exempt"),
        };
    }

    private ExemptionCertificate? CertificateFor(SalesTaxLine line)
    {
        foreach (var certificate in question.Certificates)
            if (certificate.Covers(question.ShipTo.State, line.Class, question.Document, question.TaxPoint).IsSuccess)
                return certificate;
        return null;
    }

    private static Money Limit(Money perItem, SalesTaxLine line) => perItem.Times(line.Quantity, Rounding.HalfAwayFromZero);
}
