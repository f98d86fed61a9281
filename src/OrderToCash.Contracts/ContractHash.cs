using System.Text;

namespace OrderToCash.Contracts;

/// <summary>The one place that knows what a signature is bound to.</summary>
internal static class ContractHash
{
    /// <summary>The hash over the contract, the version's number and all it says; each text with its length before it.</summary>
    internal static ContentHash Of(ContractId contract, int number, ContractDraft draft)
    {
        var text = new StringBuilder();
        Write(text, contract.Value);
        Write(text, Invariant(number));
        Write(text, draft.Template);
        WriteParty(text, draft.Seller);
        WriteParty(text, draft.Buyer);
        WriteAll(text, draft.Orders.Select(o => o.Value).ToEquatableArray());
        Write(text, draft.Total.ToString());
        Write(text, Day(draft.Term.EffectiveFrom));
        Write(text, Day(draft.Term.LastDay));
        Write(text, draft.Term.Notice?.ToString() ?? "");
        Write(text, Invariant(draft.Clauses.Count));
        foreach (var clause in draft.Clauses)
        {
            Write(text, clause.Key);
            Write(text, clause.Kind.ToString());
            Write(text, clause.Heading);
            Write(text, clause.Text);
        }
        return ContentHash.OfUtf8(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void WriteParty(StringBuilder text, Party party)
    {
        Write(text, party.Name);
        Write(text, party.RegistrationNumber);
        WriteAll(text, party.Address.Lines);
        Write(text, party.Address.PostCode);
        Write(text, party.Address.City);
        Write(text, party.Address.Region);
        Write(text, party.Address.Country.Value);
        WriteAll(text, party.TaxRegistrations.Select(r => $"{r.Country} {r.Id}").ToEquatableArray());
    }

    private static void WriteAll(StringBuilder text, EquatableArray<string> values)
    {
        Write(text, Invariant(values.Count));
        foreach (var value in values) Write(text, value);
    }

    private static void Write(StringBuilder text, string value) => text.Append(Invariant(value.Length)).Append(':').Append(value);

    private static string Day(LocalDate? day) => day is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : "";

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
