namespace OrderToCash.Invoicing;

/// <summary>What stands against a credit note, and what contradicts a stored one.</summary>
internal static class CreditChecks
{
    internal static List<DomainError> Findings(InvoiceAccount account, CreditNotePosting posting)
    {
        var (findings, invoice) = (new List<DomainError>(), account.Invoice);
        if (posting.Id.IsNone) findings.Add(CreditNoteErrors.Incomplete.At("id", ("field", "id")));
        if (posting.Number.IsNone) findings.Add(CreditNoteErrors.Incomplete.At("number", ("field", "number")));
        if (posting.Reason.IsNone) findings.Add(CreditNoteErrors.Incomplete.At("reason", ("field", "reason")));
        if (posting.DocumentDate < invoice.DocumentDate)
            findings.Add(CreditNoteErrors.BeforeInvoice.At("documentDate",
                ("date", posting.DocumentDate), ("invoiced", invoice.DocumentDate)));
        if (posting.Id == invoice.Id || account.CreditNotes.Any(c => c.Id == posting.Id || c.Number == posting.Number))
            findings.Add(CreditNoteErrors.AlreadyPosted.At("id", ("number", posting.Number), ("invoice", invoice.Number)));
        if (SeriesPosition.Fault(posting.Previous, posting.Chronology, posting.DocumentDate) is { } outOfSequence)
            findings.Add(outOfSequence);
        if (account.Deducted is { } deducted)
            findings.Add(InvoiceErrors.PrepaymentDeducted.With(("number", invoice.Number), ("final", deducted.Number)));
        CheckWays(account, posting, findings);
        var seen = new HashSet<int>();
        for (var i = 0; i < posting.Lines.Count; i++)
            if (Fault(account, posting.Lines[i], $"lines[{i}]", seen.Add(posting.Lines[i].Line)) is { } fault)
                findings.Add(fault);
        return findings;
    }

    // The whole, an amount, or single lines and charges: one of them.
    private static void CheckWays(InvoiceAccount account, CreditNotePosting posting, List<DomainError> findings)
    {
        var (invoice, items) = (account.Invoice, account.Invoice.AllowancesCharges);
        var names = !posting.Lines.IsEmpty || !posting.AllowancesCharges.IsEmpty;
        if (posting.IsWhole && posting.Lines.Count > 0)
            findings.Add(CreditNoteErrors.LineAmbiguous.At("lines", ("line", posting.Lines[0].Line)));
        else if ((posting.IsWhole ? 1 : 0) + (posting.Gross is null ? 0 : 1) + (names ? 1 : 0) > 1)
            findings.Add(CreditNoteErrors.Ambiguous.With(("number", invoice.Number)));
        if (posting.Gross is { } gross
            && (gross.Currency != invoice.Currency || !gross.IsPositive || gross > account.RemainingGross))
            findings.Add(CreditNoteErrors.GrossMismatch.At("gross",
                ("gross", gross), ("number", invoice.Number), ("left", account.RemainingGross)));
        var seen = new HashSet<int>();
        for (var i = 0; i < posting.AllowancesCharges.Count; i++)
        {
            var (position, amount) = (posting.AllowancesCharges[i].Position, posting.AllowancesCharges[i].Amount);
            if (position < 1 || position > items.Count || !seen.Add(position))
            {
                findings.Add(CreditNoteErrors.AllowanceUnknown.At(
                    $"allowancesCharges[{i}]", ("number", invoice.Number), ("position", position)));
                continue;
            }
            var left = items[position - 1].Amount
                - CreditedAllowanceCharge.Of(account.CreditedAllowancesCharges, position, invoice.Currency);
            if (amount.Currency != invoice.Currency || !amount.IsPositive || amount > left)
                findings.Add(CreditNoteErrors.ExceedsAllowance.At($"allowancesCharges[{i}]",
                    ("asked", amount), ("position", position), ("left", left)));
        }
    }

    private static DomainError? Fault(InvoiceAccount account, CreditRequest request, string target, bool isFirst)
    {
        var line = request.Line;
        if (line < 1 || line > account.Invoice.Lines.Count)
            return CreditNoteErrors.LineUnknown.At(target, ("number", account.Invoice.Number), ("line", line));
        if (!isFirst || request.Quantity is null == request.Net is null)
            return CreditNoteErrors.LineAmbiguous.At(target, ("line", line));
        var invoiced = account.Invoice.Lines[line - 1];
        var credited = Find(account.Credited, line) ?? CreditedLine.None(line, invoiced);
        if (request.Quantity is { } quantity)
        {
            if (quantity.Unit != invoiced.Quantity.Unit || quantity.IsZero || quantity.IsNegative != invoiced.Quantity.IsNegative)
                return CreditNoteErrors.LineMismatch.At(target,
                    ("asked", quantity), ("line", line), ("invoiced", invoiced.Quantity));
            var left = invoiced.Quantity - credited.Quantity;
            return Math.Abs(quantity.Value) > Math.Abs(left.Value)
                ? CreditNoteErrors.ExceedsLine.At(target, ("asked", quantity), ("line", line), ("left", left))
                : null;
        }
        var net = request.Net!.Value;
        if (net.Currency != invoiced.Net.Currency || net.IsZero || net.IsNegative != invoiced.Net.IsNegative)
            return CreditNoteErrors.LineMismatch.At(target, ("asked", net), ("line", line), ("invoiced", invoiced.Net));
        var open = invoiced.Net - credited.Net;
        return net.Abs() > open.Abs()
            ? CreditNoteErrors.ExceedsLine.At(target, ("asked", net), ("line", line), ("left", open))
            : null;
    }

    internal static bool IsComplete(InvoiceAccount account) =>
        CreditShares.OpenGroups(account.Invoice, account.Credited, account.CreditedAllowancesCharges).Count == 0;

    internal static IEnumerable<string> Contradictions(InvoiceAccount account)
    {
        var (invoice, previous) = (account.Invoice, 0);
        for (var i = 0; i < account.Credited.Count; i++)
        {
            var credited = account.Credited[i];
            var line = credited.Line;
            if (line <= previous || line > invoice.Lines.Count)
            {
                yield return $"line {line} is out of place";
                yield break;
            }
            previous = line;
            var invoiced = invoice.Lines[line - 1];
            if (credited.Net.Currency != invoice.Currency || credited.Quantity.Unit != invoiced.Quantity.Unit)
            {
                yield return $"line {line} has another currency or unit";
                yield break;
            }
            if (credited.Net.Abs() > invoiced.Net.Abs() || Math.Abs(credited.Quantity.Value) > Math.Abs(invoiced.Quantity.Value))
                yield return $"line {line} is credited beyond what was invoiced";
        }
        foreach (var part in SumContradictions(account)) yield return part;
    }

    private static IEnumerable<string> SumContradictions(InvoiceAccount account)
    {
        var (invoice, items, before) = (account.Invoice, account.Invoice.AllowancesCharges, 0);
        var net = Money.Sum(account.Credited.Select(c => c.Net), invoice.Currency);
        foreach (var credited in account.CreditedAllowancesCharges)
        {
            if (credited.Position <= before || credited.Position > items.Count || credited.Amount.Currency != invoice.Currency)
            {
                yield return $"allowance or charge {credited.Position} is out of place";
                yield break;
            }
            var item = items[(before = credited.Position) - 1];
            if (credited.Amount.IsNegative || credited.Amount > item.Amount)
                yield return $"allowance or charge {credited.Position} is credited beyond what was invoiced";
            net += item.IsCharge ? credited.Amount : -credited.Amount;
        }
        if (net != Money.Sum(account.CreditNotes.Select(c => c.Net), invoice.Currency))
            yield return "lines and credit notes differ";
        if (account.RemainingGross.IsNegative) yield return "more is credited than was invoiced";
        var shares = account.CreditedShares;
        if (shares.IsEmpty) yield break;
        if (Money.Sum(shares.Select(s => s.Base), invoice.Currency) != net
            || Money.Sum(shares.Select(s => s.Tax), invoice.Currency)
            != Money.Sum(account.CreditNotes.Select(c => c.Tax), invoice.Currency))
            yield return "shares and credit notes differ";
        else if (CreditChecks.IsComplete(account) && CreditShares.Left(account).Any(s => !s.Base.IsZero || !s.Tax.IsZero))
            yield return "all is credited, but tax is left";
    }

    internal static EquatableArray<DomainError> Check(CreditNoteContent content)
    {
        if (content.Computation is null || content.Lines.Any(l => l?.Tax is null) || content.Breakdown.Any(s => s is null)
            || content.AllowancesCharges.Any(a => a?.Item?.Tax is null))
            return [Mismatch("lines")];
        var findings = new List<DomainError>();
        if (content.Number.IsNone || content.Id.IsNone)
            findings.Add(CreditNoteErrors.Incomplete.At("number", ("field", "number or id")));
        var sameCurrency = content.Lines.All(l => l.Net.Currency == content.Currency)
            && content.AllowancesCharges.All(a => a.Item.Amount.Currency == content.Currency)
            && (content.RoundingAmount ?? Money.Zero(content.Currency)).Currency == content.Currency
            && content.Breakdown.All(s => s.Base.Currency == content.Currency && s.Tax.Currency == content.Currency)
            && content.FunctionalBreakdown.All(s =>
                s.Base.Currency == content.FunctionalCurrency && s.Tax.Currency == content.FunctionalCurrency);
        if (!sameCurrency) findings.Add(Mismatch("currency"));
        else if (!BasesFollow(content)) findings.Add(Mismatch("breakdown"));
        if (sameCurrency && content.Currency == content.FunctionalCurrency && content.Breakdown != content.FunctionalBreakdown)
            findings.Add(Mismatch("functionalBreakdown"));
        for (var i = 1; i < content.Lines.Count; i++)
            if (content.Lines[i].InvoiceLine <= content.Lines[i - 1].InvoiceLine) findings.Add(Mismatch("lines"));
        return [.. findings];

        DomainError Mismatch(string part) =>
            CreditNoteErrors.FiguresMismatch.At(part, ("part", part), ("number", content.Number));
    }

    // The base of a category is the sum of its lines, allowances and charges; its tax is cumulative and within a few units of
    // base x rate: one for the rounding before and after each, one more for a line where lines are rounded or deducted.
    private static bool BasesFollow(CreditNoteContent content)
    {
        var lines = content.Lines.ToLookup(l => (l.Tax.Category, l.Tax.Rate));
        var items = content.AllowancesCharges.ToLookup(a => (a.Item.Tax!.Category, a.Item.Tax.Rate));
        var groups = lines.Select(g => g.Key).Union(items.Select(g => g.Key)).Count();
        if (groups != content.Breakdown.Count) return false;
        foreach (var share in content.Breakdown)
        {
            var (own, besides) = (lines[(share.Category, share.Rate)].ToList(), items[(share.Category, share.Rate)].ToList());
            var sum = Money.Sum(own.Select(l => l.Net).Concat(besides.Select(a => a.Item.Signed)), content.Currency);
            if (own.Count + besides.Count == 0 || sum != share.Base) return false;
            var exact = share.Base.Times(share.Rate, Rounding.HalfAwayFromZero);
            var slack = 3 + (int)Math.Min(1_000_000, Math.Abs(share.Rate.Fraction))
                + (content.Computation.RoundsPerLine ? own.Count + besides.Count : 2 * own.Count(l => l.Prepayment is not null));
            if (Math.Abs(share.Tax.MinorUnits - exact.MinorUnits) > slack) return false;
        }
        return true;
    }

    private static CreditedLine? Find(EquatableArray<CreditedLine> credited, int line)
    {
        var (low, high) = (0, credited.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (credited[middle].Line < line) low = middle + 1;
            else high = middle;
        }
        return low < credited.Count && credited[low].Line == line ? credited[low] : null;
    }
}
