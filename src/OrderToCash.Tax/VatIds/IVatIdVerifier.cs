namespace OrderToCash.Tax;

/// <summary>
/// Asks the official service whether a VAT id is valid. The adapter answers <see cref="VatIdStatus.Unavailable"/> for a service
/// that is down or does not answer in time; what it throws is a fault of the infrastructure. Asking twice is harmless.
/// </summary>
public interface IVatIdVerifier
{
    /// <summary>Asks about one id.</summary>
    ValueTask<VatIdAnswer> VerifyAsync(VatIdQuery query, CancellationToken cancellationToken);
}
